package press.stet.model.story;

import java.time.Instant;
import press.stet.model.Person;
import press.stet.model.house.Check;

/** Somebody sees to a check, so that nobody else need. It keeps nobody from giving the check. */
public record Claim(Check check, Person by, Instant at) {}
