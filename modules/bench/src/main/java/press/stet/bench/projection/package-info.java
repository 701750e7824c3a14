/** How fast the log of editions comes into the published store. */
@NullMarked
package press.stet.bench.projection;

import org.jspecify.annotations.NullMarked;
