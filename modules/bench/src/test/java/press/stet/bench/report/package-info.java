@NullMarked
package press.stet.bench.report;

import org.jspecify.annotations.NullMarked;
