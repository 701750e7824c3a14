/** Copy as its writers keep it, tried. */
@NullMarked
package press.stet.draft.markdown;

import org.jspecify.annotations.NullMarked;
