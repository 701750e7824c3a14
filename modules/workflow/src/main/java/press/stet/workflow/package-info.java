/** The application that rules on every command and keeps every story's state. */
@NullMarked
package press.stet.workflow;

import org.jspecify.annotations.NullMarked;
