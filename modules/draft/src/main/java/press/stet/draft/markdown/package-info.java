/** Copy as its writers keep it: Markdown files that are read into blocks and written from them. */
@NullMarked
package press.stet.draft.markdown;

import org.jspecify.annotations.NullMarked;
