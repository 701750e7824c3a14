/** The house that tests work in, and its people. */
@NullMarked
package press.stet.testkit.house;

import org.jspecify.annotations.NullMarked;
