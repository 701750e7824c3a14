/** Three stories of our own, so that a new newsroom has something to look at. */
@NullMarked
package press.stet.newsroom.sample;

import org.jspecify.annotations.NullMarked;
