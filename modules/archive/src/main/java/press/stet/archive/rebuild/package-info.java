/** Makes a projection anew from the log beside the live one, compares the two, and puts the new one in its place. */
@NullMarked
package press.stet.archive.rebuild;

import org.jspecify.annotations.NullMarked;
