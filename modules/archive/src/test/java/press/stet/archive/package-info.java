/** The archive as a whole. */
@NullMarked
package press.stet.archive;

import org.jspecify.annotations.NullMarked;
