/** Two versions of copy side by side: what was added, removed, moved and changed, block by block and word by word. */
@NullMarked
package press.stet.review.comparison;

import org.jspecify.annotations.NullMarked;
