package press.stet.workflow.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.model.Digest;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.command.Arrival;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.event.FiledCopy;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;
import press.stet.workflow.TestHouse;
import press.stet.workflow.Walk;
import press.stet.workflow.kept.KeptEdition;
import press.stet.workflow.kept.KeptOutcome;
import press.stet.workflow.kept.KeptStory;
import press.stet.workflow.kept.KeptText;
import press.stet.workflow.kept.KeptTimer;

class StateCodecTest {

    private static final Digest LAST = new Digest("e1:" + "a".repeat(64));
    private static final int WALKS = 60;
    private static final int STEPS = 60;

    private final StateCodec codec = new StateCodec();
    private final Set<Class<?>> statesSeen = new HashSet<>();

    @Test
    void whatever_a_story_goes_through_is_read_back_as_it_was_kept() {
        for (long seed = 0; seed < WALKS; seed++) {
            walk(seed);
        }
        assertThat(statesSeen)
                .extracting(Class::getSimpleName)
                .containsExactlyInAnyOrder(
                        "None",
                        "Draft",
                        "InReview",
                        "Approved",
                        "Unpublished",
                        "Published",
                        "Withdrawn",
                        "Killed",
                        "Spiked",
                        "Scheduled",
                        "Hold",
                        "Embargo",
                        "Assignment",
                        "Job");
    }

    @Test
    void the_same_edition_always_has_the_same_bytes() {
        Edition edition = walk(3).editions().firstEntry().getValue();
        assertThat(codec.encodeEdition(edition)).isEqualTo(codec.encodeEdition(readBack(edition)));
    }

    @Test
    void every_outcome_is_read_back_as_it_was_kept() {
        for (Rule rule : Rule.values()) {
            Outcome refused = new Outcome.Refused(rule);
            assertThat(codec.decodeOutcome("id", codec.encodeOutcome(refused))).isEqualTo(refused);
        }
        Outcome accepted = new Outcome.Accepted(1_234_567_890_123L, 3);
        assertThat(codec.decodeOutcome("id", codec.encodeOutcome(accepted))).isEqualTo(accepted);
    }

    @Test
    void state_that_a_newer_build_wrote_says_so() {
        byte[] row = codec.encodeOutcome(new Outcome.Accepted(1, 1));
        row[0] = 2;
        assertThatThrownBy(() -> codec.decodeOutcome("command/story", row))
                .isInstanceOf(UnreadableState.class)
                .hasMessageContainingAll("command/story", "form 2", "forms up to 1", "a newer one");
    }

    @Test
    void damaged_state_says_what_to_do() {
        assertThatThrownBy(() -> codec.decodeText("story/en/1", new byte[] {1, 7, 7}))
                .isInstanceOf(UnreadableState.class)
                .hasMessageContainingAll("story/en/1", "state directory");
    }

    @Test
    void the_form_of_the_rows_changes_only_with_its_version() {
        assertThat(codec.versions() + ": " + fingerprint(KeptStory.getClassSchema()) + " "
                        + fingerprint(KeptEdition.getClassSchema()) + " " + fingerprint(KeptText.getClassSchema())
                        + " " + fingerprint(KeptOutcome.getClassSchema()) + " "
                        + fingerprint(KeptTimer.getClassSchema()))
                .as("changed schemas in src/main/avro are a new version of the rows: keep the old ones, read both")
                .isEqualTo(
                        "2 3 1 1 1: cf82fe49b91dff4 df616886a5e203d6 f1d6ca05935d47ec 34f7c44dc32e7eea 1973aa7a5777c211");
    }

    private static String fingerprint(Schema schema) {
        return Long.toHexString(SchemaNormalization.parsingFingerprint64(schema));
    }

    private Story walk(long seed) {
        Walk walk = new Walk(seed);
        Map<Source, Copy> texts = new HashMap<>();
        Story story = null;
        for (int step = 0; step < STEPS; step++) {
            Dispatch dispatch = walk.next(story);
            Arrival arrival = new Arrival(dispatch, dispatch.command().channel(), walk.now(), new Proof.TheirWord());
            Circumstances circumstances = new Circumstances(
                    site -> seed % 2 == 0 ? TestHouse.rules(site, 1) : TestHouse.together(site),
                    TestHouse.staff(1),
                    (language, version) -> texts.get(new Source(language, version)),
                    null);
            if (Editor.rule(story, arrival, circumstances) instanceof Ruling.Accepted accepted) {
                story = accepted.story();
                for (FiledCopy text : accepted.texts()) {
                    texts.put(new Source(text.copy().language(), text.version()), text.copy());
                    assertThat(codec.decodeText(text.key(), codec.encodeText(text.copy())))
                            .as("seed %d, step %d", seed, step)
                            .isEqualTo(text.copy());
                }
                assertThat(readBack(story)).as("seed %d, step %d", seed, step).isEqualTo(new OnFile(story, LAST));
                remember(story);
            }
        }
        if (story == null) {
            throw new AssertionError("seed " + seed + " never filed a story");
        }
        return story;
    }

    private OnFile readBack(Story story) {
        Map<Language, byte[]> rows = new HashMap<>();
        story.editions().forEach((language, edition) -> rows.put(language, codec.encodeEdition(edition)));
        return codec.decodeStory(
                story.id(),
                codec.encodeStory(new OnFile(story, LAST)),
                language -> codec.decodeEdition(
                        new EditionId(story.id(), language), Objects.requireNonNull(rows.get(language))));
    }

    private Edition readBack(Edition edition) {
        EditionId id = new EditionId(new Walk(0).story(), edition.language());
        return codec.decodeEdition(id, codec.encodeEdition(edition));
    }

    private void remember(Story story) {
        for (Edition edition : story.editions().values()) {
            statesSeen.add(edition.working().getClass());
            statesSeen.add(edition.live().getClass());
            see(edition.job());
        }
        see(story.hold());
        see(story.embargo());
        see(story.assigned());
    }

    private void see(@Nullable Object state) {
        if (state != null) {
            statesSeen.add(state.getClass());
        }
    }
}
