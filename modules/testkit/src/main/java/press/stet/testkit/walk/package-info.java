/** Ways of people through a newsroom: some of them at random, and of a small story all there are. */
@NullMarked
package press.stet.testkit.walk;

import org.jspecify.annotations.NullMarked;
