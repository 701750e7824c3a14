/** What newsroom tools ask for. A command is a request and may be refused. */
@NullMarked
package press.stet.model.command;

import org.jspecify.annotations.NullMarked;
