/** How fast readers are given a page. */
@NullMarked
package press.stet.bench.pages;

import org.jspecify.annotations.NullMarked;
