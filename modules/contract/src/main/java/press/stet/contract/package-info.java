/** What every Kafka client of the newsroom agrees on: schemas, topics and outcomes. */
@NullMarked
package press.stet.contract;

import org.jspecify.annotations.NullMarked;
