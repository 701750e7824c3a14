/** What the archive's readers of the log do when things go right, and when they do not. */
@NullMarked
package press.stet.archive.projection;

import org.jspecify.annotations.NullMarked;
