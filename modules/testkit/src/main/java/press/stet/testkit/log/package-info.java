/** What the topics of a newsroom show of its stories. */
@NullMarked
package press.stet.testkit.log;

import org.jspecify.annotations.NullMarked;
