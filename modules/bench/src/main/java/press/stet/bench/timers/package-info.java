/** How late what is due goes out. */
@NullMarked
package press.stet.bench.timers;

import org.jspecify.annotations.NullMarked;
