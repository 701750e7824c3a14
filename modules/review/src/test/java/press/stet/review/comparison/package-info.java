/** Versions side by side, as an editor reads them. */
@NullMarked
package press.stet.review.comparison;

import org.jspecify.annotations.NullMarked;
