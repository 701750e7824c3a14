/** The tokens that a newsroom issues itself, and the keys that it signs them with. */
@NullMarked
package press.stet.newsroom.token;

import org.jspecify.annotations.NullMarked;
