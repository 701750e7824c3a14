/** What things are named with, and how readers are led to them. */
@NullMarked
package press.stet.testkit.names;

import org.jspecify.annotations.NullMarked;
