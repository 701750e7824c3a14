/** The {@code stet} command: what people type, sent through the modules over Kafka. */
@NullMarked
package press.stet.newsroom.command;

import org.jspecify.annotations.NullMarked;
