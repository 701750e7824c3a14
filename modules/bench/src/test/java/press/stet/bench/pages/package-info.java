@NullMarked
package press.stet.bench.pages;

import org.jspecify.annotations.NullMarked;
