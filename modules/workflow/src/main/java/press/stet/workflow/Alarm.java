package press.stet.workflow;

import java.time.Instant;

/**
 * Something that an operator has to see to. It stands until it is over.
 *
 * @param about what it is about, such as {@code registry} or {@code house-rules/any}
 * @param message what is wrong and what to do
 */
public record Alarm(String about, String message, Instant since) {}
