/** Translations out and back as XLIFF. */
@NullMarked
package press.stet.translation.xliff;

import org.jspecify.annotations.NullMarked;
