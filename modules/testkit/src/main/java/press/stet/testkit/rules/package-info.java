/** A newsroom of rules alone, and given, when and then in it. */
@NullMarked
package press.stet.testkit.rules;

import org.jspecify.annotations.NullMarked;
