/** How something is measured: rhythms of load, percentiles, processor time, and whether the machine stayed the same. */
@NullMarked
package press.stet.bench.measure;

import org.jspecify.annotations.NullMarked;
