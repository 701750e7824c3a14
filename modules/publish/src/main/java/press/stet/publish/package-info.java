/** Decisions about what readers see on their way into the newsroom. */
@NullMarked
package press.stet.publish;

import org.jspecify.annotations.NullMarked;
