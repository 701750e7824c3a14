/** Records that came in as commands and were none: what they say, why, what became of them, and sending them anew once that is mended. */
@NullMarked
package press.stet.ops.deadletter;

import org.jspecify.annotations.NullMarked;
