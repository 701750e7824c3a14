/** What would have been decided otherwise under other house rules: every ruling of the log, asked again. */
@NullMarked
package press.stet.ops.whatif;

import org.jspecify.annotations.NullMarked;
