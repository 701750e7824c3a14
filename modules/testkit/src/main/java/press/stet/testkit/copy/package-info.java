/** Copy to start a test from, and the edits a desk makes to it. */
@NullMarked
package press.stet.testkit.copy;

import org.jspecify.annotations.NullMarked;
