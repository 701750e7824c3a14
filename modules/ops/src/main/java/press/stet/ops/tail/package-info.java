/** The log as it is written, record by record, in words. */
@NullMarked
package press.stet.ops.tail;

import org.jspecify.annotations.NullMarked;
