/** How far those who follow the log are behind, and for how long what they have not read has waited. */
@NullMarked
package press.stet.ops.lag;

import org.jspecify.annotations.NullMarked;
