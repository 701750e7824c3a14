/** Newsrooms that run for real, also when something dies. */
@NullMarked
package press.stet.testkit.running;

import org.jspecify.annotations.NullMarked;
