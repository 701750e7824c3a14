/** How long it takes until readers see what was published. */
@NullMarked
package press.stet.bench.readable;

import org.jspecify.annotations.NullMarked;
