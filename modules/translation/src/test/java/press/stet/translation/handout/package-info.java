/** Translations out and back. */
@NullMarked
package press.stet.translation.handout;

import org.jspecify.annotations.NullMarked;
