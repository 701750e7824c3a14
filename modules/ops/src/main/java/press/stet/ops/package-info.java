/** The operators' view of a newsroom that runs: whether anything is lost or late, and where. */
@NullMarked
package press.stet.ops;

import org.jspecify.annotations.NullMarked;
