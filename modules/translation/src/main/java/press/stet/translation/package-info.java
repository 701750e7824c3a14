/** Translations on their way into the newsroom. */
@NullMarked
package press.stet.translation;

import org.jspecify.annotations.NullMarked;
