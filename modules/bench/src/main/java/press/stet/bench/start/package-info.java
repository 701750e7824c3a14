/** How soon a newsroom, and a command, is there. */
@NullMarked
package press.stet.bench.start;

import org.jspecify.annotations.NullMarked;
