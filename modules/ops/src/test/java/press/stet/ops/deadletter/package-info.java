@NullMarked
package press.stet.ops.deadletter;

import org.jspecify.annotations.NullMarked;
