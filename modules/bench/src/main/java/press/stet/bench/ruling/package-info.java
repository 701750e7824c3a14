/** How long a command waits for its ruling, and how many are ruled on. */
@NullMarked
package press.stet.bench.ruling;

import org.jspecify.annotations.NullMarked;
