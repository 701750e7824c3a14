/** Random walks of people through a newsroom. */
@NullMarked
package press.stet.testkit.walk;

import org.jspecify.annotations.NullMarked;
