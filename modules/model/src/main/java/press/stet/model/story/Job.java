package press.stet.model.story;

import java.time.Instant;
import press.stet.model.Person;
import press.stet.model.copy.Source;

/**
 * A translation that was asked for and has not come.
 *
 * @param source the version handed out with the job
 */
public record Job(Source source, Person requestedBy, Instant at) {}
