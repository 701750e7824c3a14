/** Stories to start a test from, and promises to hold the newsroom to. */
@NullMarked
package press.stet.testkit;

import org.jspecify.annotations.NullMarked;
