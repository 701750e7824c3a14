@NullMarked
package press.stet.bench.ground;

import org.jspecify.annotations.NullMarked;
