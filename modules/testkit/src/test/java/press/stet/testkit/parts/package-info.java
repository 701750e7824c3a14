/** The parts of a newsroom as processes of their own, on a broker, a registry and a database that come and go. */
@NullMarked
package press.stet.testkit.parts;

import org.jspecify.annotations.NullMarked;
