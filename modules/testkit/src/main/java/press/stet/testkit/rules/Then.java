package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import press.stet.model.Language;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Edition;

/** What came of it. */
public record Then(Desk desk, Ruling ruling) {

    /** It was done, and exactly these events followed. */
    public Then thenEvents(Event... events) {
        assertThat(events()).containsExactly(events);
        return this;
    }

    /** It was done, and events of exactly these kinds followed. */
    @SafeVarargs
    public final Then thenHappened(Class<? extends Event>... kinds) {
        List<String> expected = new ArrayList<>(kinds.length);
        for (Class<? extends Event> kind : kinds) {
            expected.add(kind.getSimpleName());
        }
        assertThat(events().stream().map(event -> event.getClass().getSimpleName()))
                .containsExactlyElementsOf(expected);
        return this;
    }

    /** It was refused by the rule of this key. */
    public Refused thenRefusedBy(String rule) {
        return switch (ruling) {
            case Ruling.Accepted accepted ->
                throw new AssertionError("should be refused by " + rule + ", but there followed " + accepted.entries());
            case Ruling.Refused refused -> {
                Refusal refusal = refused.refused().refusal();
                assertThat(refusal.rule().key()).as(refusal.reason()).isEqualTo(rule);
                yield new Refused(refusal);
            }
        };
    }

    public Ruling.Accepted accepted() {
        return switch (ruling) {
            case Ruling.Accepted accepted -> accepted;
            case Ruling.Refused refused ->
                throw new AssertionError("should be accepted, but was refused: "
                        + refused.refused().refusal());
        };
    }

    public List<Event> events() {
        return accepted().entries().stream().map(Entry::event).toList();
    }

    public Edition edition(Language language) {
        return desk.edition(language);
    }

    /** What readers of an edition see after it. */
    public Snapshot.Live live(Language language) {
        return desk.live(language);
    }

    /** And then it goes on with one thing more. */
    public Given and() {
        return new Given(desk);
    }

    /** A refusal that a test looks into. */
    public record Refused(Refusal refusal) {

        /** The sender is told this, among other things. */
        public Refused because(String... words) {
            assertThat(refusal.reason()).contains(words);
            return this;
        }

        /** The copy lacks exactly this: the block, a colon and what is wrong with it; the block is empty for the whole copy. */
        public Refused lacking(String... violations) {
            assertThat(refusal.violations().stream().map(each -> each.block() + ": " + each.what()))
                    .containsExactly(violations);
            return this;
        }
    }
}
