/** What the records of Kafka say in the newsroom's words, and how they are written as Avro. */
@NullMarked
package press.stet.contract.message;

import org.jspecify.annotations.NullMarked;
