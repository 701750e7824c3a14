/** What the workflow has on file of each story, and how its rows are written: plain Avro, without the registry. */
@NullMarked
package press.stet.workflow.state;

import org.jspecify.annotations.NullMarked;
