/** What the workflow asks of a Kafka cluster before it starts, and where it starts in it. */
@NullMarked
package press.stet.workflow.cluster;

import org.jspecify.annotations.NullMarked;
