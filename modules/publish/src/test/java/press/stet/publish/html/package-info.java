@NullMarked
package press.stet.publish.html;

import org.jspecify.annotations.NullMarked;
