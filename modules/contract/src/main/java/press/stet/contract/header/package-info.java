/** What stands in the headers of every record: CloudEvents, and the trace of the command that it follows from. */
@NullMarked
package press.stet.contract.header;

import org.jspecify.annotations.NullMarked;
