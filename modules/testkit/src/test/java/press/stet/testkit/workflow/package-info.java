/** The workflow on a real broker: what it keeps when it stops, dies or fails half-way. */
@NullMarked
package press.stet.testkit.workflow;

import org.jspecify.annotations.NullMarked;
