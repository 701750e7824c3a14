package press.stet.model.story;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;

/**
 * Whose story it is.
 *
 * @param due when it is to be there, or null
 */
public record Assignment(Person to, @Nullable Instant due) {}
