/** Copy comes back from JSON as it went in. */
@NullMarked
package press.stet.archive.copy;

import org.jspecify.annotations.NullMarked;
