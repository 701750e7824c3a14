/** The commands, given to a newsroom that runs for real. */
@NullMarked
package press.stet.newsroom.command;

import org.jspecify.annotations.NullMarked;
