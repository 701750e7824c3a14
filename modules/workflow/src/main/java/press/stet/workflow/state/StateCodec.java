package press.stet.workflow.state;

import java.util.function.Function;
import java.util.function.Supplier;
import press.stet.contract.message.Origin;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Copy;
import press.stet.model.ruling.Outcome;
import press.stet.model.story.Edition;
import press.stet.workflow.kept.KeptEdition;
import press.stet.workflow.kept.KeptOutcome;
import press.stet.workflow.kept.KeptStory;
import press.stet.workflow.kept.KeptText;
import press.stet.workflow.kept.KeptTimer;

/**
 * Writes the rows of the workflow's state and reads them back. Every {@code decode} throws {@link UnreadableState} where it
 * cannot, or where what it reads is nothing that the model can be. Not for use by several threads.
 */
public final class StateCodec {

    private final Row<KeptStory> stories = new Row<>(KeptStory.getClassSchema(), 2);
    private final Row<KeptEdition> editions = new Row<>(KeptEdition.getClassSchema(), 3);
    private final Row<KeptText> texts = new Row<>(KeptText.getClassSchema(), 1);
    private final Row<KeptTimer> timers = new Row<>(KeptTimer.getClassSchema(), 1);
    private final Row<KeptOutcome> outcomes = new Row<>(KeptOutcome.getClassSchema(), 1);

    /** Without the story's editions, which are rows of their own. */
    public byte[] encodeStory(OnFile onFile) {
        return stories.write(StoryForm.toKept(onFile));
    }

    /** The whole story, of its row and its editions. */
    public OnFile decodeStory(StoryId id, byte[] row, Function<Language, Edition> editions) {
        return sound(id.toString(), () -> StoryForm.toModel(id, stories.read(id.toString(), row), editions));
    }

    public byte[] encodeEdition(Edition edition) {
        return editions.write(EditionForm.toKept(edition));
    }

    public Edition decodeEdition(EditionId id, byte[] row) {
        String key = id.toString();
        return sound(key, () -> EditionForm.toModel(id.language(), editions.read(key, row)));
    }

    public byte[] encodeText(Copy copy) {
        return texts.write(TextForm.toKept(copy));
    }

    public Copy decodeText(String key, byte[] row) {
        return sound(key, () -> TextForm.toModel(texts.read(key, row)));
    }

    public byte[] encodeTimer(Origin scheduled) {
        return timers.write(new KeptTimer(scheduled.topic(), scheduled.partition(), scheduled.offset()));
    }

    /** Where the command stands that scheduled it. */
    public Origin decodeTimer(String key, byte[] row) {
        KeptTimer kept = timers.read(key, row);
        return new Origin(kept.getTopic(), kept.getPartition(), kept.getOffset());
    }

    public byte[] encodeOutcome(Outcome outcome) {
        return outcomes.write(OutcomeForm.toKept(outcome));
    }

    public Outcome decodeOutcome(String key, byte[] row) {
        return sound(key, () -> OutcomeForm.toModel(outcomes.read(key, row)));
    }

    private static <M> M sound(String key, Supplier<M> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException nonsense) {
            throw new UnreadableState("the state of " + key + " says what cannot be", nonsense);
        }
    }

    /** Of the rows of stories, editions, texts, outcomes and timers that this build writes. */
    String versions() {
        return stories.version() + " " + editions.version() + " " + texts.version() + " " + outcomes.version() + " "
                + timers.version();
    }
}
