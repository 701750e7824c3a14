package press.stet.newsroom.command;

import java.util.List;
import press.stet.contract.sending.Answer;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;

/** What of an answer readers see the effect of. */
final class ForReaders {

    private ForReaders() {}

    /** The events that change what readers see. */
    static List<Entry> of(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                accepted.events().stream()
                        .filter(entry -> changesReaders(entry.event()))
                        .toList();
            case Answer.Refused _, Answer.Repeated _ -> List.of();
        };
    }

    private static boolean changesReaders(Event event) {
        return switch (event) {
            case Event.EditionPublished _,
                    Event.EditionResent _,
                    Event.FactsTaken _,
                    Event.ReadersTold _,
                    Event.EditionWithdrawn _,
                    Event.EditionKilled _ -> true;
            case Event.OfTheCopy _,
                    Event.OfTheReview _,
                    Event.OfTheTranslation _,
                    Event.OfTheStory _,
                    Event.OfTheSchedule _ -> false;
        };
    }
}
