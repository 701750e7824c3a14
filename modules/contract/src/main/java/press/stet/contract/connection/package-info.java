/** Where Kafka and the schema registry are, and as whom one speaks to them. */
@NullMarked
package press.stet.contract.connection;

import org.jspecify.annotations.NullMarked;
