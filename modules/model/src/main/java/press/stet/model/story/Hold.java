package press.stet.model.story;

import java.time.Instant;
import press.stet.model.Person;

/** Why nothing of a story is submitted, approved or published for now. */
public record Hold(Person by, Instant at, String reason) {}
