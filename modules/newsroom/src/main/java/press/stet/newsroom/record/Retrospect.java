package press.stet.newsroom.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import press.stet.contract.message.MessageCodec;
import press.stet.model.event.Entry;
import press.stet.model.story.Story;

/** What a story was at a moment, by replaying its history up to then. */
public final class Retrospect {

    private Retrospect() {}

    /**
     * The story after everything that had happened by then; empty where it had not begun.
     *
     * @throws press.stet.model.story.BrokenHistory if no newsroom can have had this history
     */
    public static Optional<Story> at(Instant moment, List<Kept> history, MessageCodec codec) {
        List<Entry> before = history.stream()
                .map(kept -> codec.decodeEvent(kept.value()).entry())
                .filter(entry -> !entry.at().isAfter(moment))
                .toList();
        return before.isEmpty() ? Optional.empty() : Optional.of(Story.replay(before));
    }
}
