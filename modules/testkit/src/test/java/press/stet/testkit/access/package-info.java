/** Who may do what, proven by the brokers and the database that refuse the rest. */
@NullMarked
package press.stet.testkit.access;

import org.jspecify.annotations.NullMarked;
