package press.stet.model.event;

import java.time.Instant;
import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.StoryId;

/**
 * An event in its place in its story's history.
 *
 * @param sequence counts the events of the story from 1, without a gap
 * @param cause the command that it follows from
 * @param at the broker's time of that command, and never earlier than the event before
 * @param houseRules the version of the house rules it was decided under; 0 where the site had none
 * @param staff the version of the staff list it was decided under
 * @param index its place among the events of the same ruling, from 0
 * @param count how many events that ruling gave
 */
public record Entry(
        StoryId story,
        long sequence,
        CommandId cause,
        Person actor,
        String tool,
        Instant at,
        int houseRules,
        int staff,
        int index,
        int count,
        Event event) {}
