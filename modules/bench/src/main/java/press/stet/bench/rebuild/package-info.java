/** How fast a store is made anew from the log. */
@NullMarked
package press.stet.bench.rebuild;

import org.jspecify.annotations.NullMarked;
