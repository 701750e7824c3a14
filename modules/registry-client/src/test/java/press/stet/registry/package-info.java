/** Proof that the unpacked registry client works with the Kafka and the Avro of the house. */
@NullMarked
package press.stet.registry;

import org.jspecify.annotations.NullMarked;
