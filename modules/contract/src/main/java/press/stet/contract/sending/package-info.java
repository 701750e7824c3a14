/** Sending a command, and awaiting what becomes of it. */
@NullMarked
package press.stet.contract.sending;

import org.jspecify.annotations.NullMarked;
