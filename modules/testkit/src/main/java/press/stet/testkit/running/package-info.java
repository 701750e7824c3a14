/** A newsroom that runs for real, and what its topics hold. */
@NullMarked
package press.stet.testkit.running;

import org.jspecify.annotations.NullMarked;
