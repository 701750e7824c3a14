/** What the newsroom promises, each promise able to judge a log. */
@NullMarked
package press.stet.testkit.guarantee;

import org.jspecify.annotations.NullMarked;
