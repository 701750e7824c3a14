package press.stet.model.story;

import java.time.Instant;
import java.time.ZoneId;
import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.command.PublicationKind;
import press.stet.model.house.Notice;

/**
 * When an approved version goes out. It decides nothing by itself: when it is due, every rule is asked again.
 *
 * @param command that scheduled it
 * @param by who did; is asked for their rights again when it is due
 * @param tool by which program
 * @param zone the time zone that the moment was given in
 * @param together whether it waits for the story's other languages, and goes out with them before that if they are ready
 */
public record Schedule(
        CommandId command,
        Person by,
        String tool,
        Instant due,
        ZoneId zone,
        PublicationKind kind,
        Notice note,
        boolean together) {}
