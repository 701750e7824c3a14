/** What a translator is handed of a source and of its translation so far, and what becomes of it when it comes back. */
@NullMarked
package press.stet.translation.handout;

import org.jspecify.annotations.NullMarked;
