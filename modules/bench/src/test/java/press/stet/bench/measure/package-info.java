@NullMarked
package press.stet.bench.measure;

import org.jspecify.annotations.NullMarked;
