/** The house as it was at any time: what the log keeps of rules and staff for ever. */
@NullMarked
package press.stet.ops.house;

import org.jspecify.annotations.NullMarked;
