/** How much the newsroom's topics hold, and how fast it comes in. */
@NullMarked
package press.stet.ops.topics;

import org.jspecify.annotations.NullMarked;
