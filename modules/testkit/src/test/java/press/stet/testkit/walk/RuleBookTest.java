package press.stet.testkit.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Rule;
import press.stet.testkit.rules.Scenes;

/**
 * People who do everything there is to do, in every order, break no promise of the newsroom's; and the page of its rules says what
 * was seen meanwhile.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RuleBookTest {

    /** With these, and all ways of a small story, every command comes in in every state. */
    private static final int WALKS = 800;

    private static final int STEPS = 100;

    /** As many as takes some ten seconds on two cores. */
    private static final int MOST_STATES = 10_000;

    /** Further on a story has more sides, and what can be done to it more. */
    private static final int MOST_STATES_LATER = 2_000;

    /** A house always has rules for any site here, and a mebibyte of copy or a thousand versions would take a walk too long. */
    private static final Set<Rule> NOT_MET = EnumSet.of(Rule.UNKNOWN_SITE, Rule.TOO_LARGE, Rule.LIMIT);

    private static final Path PAGE = Path.of("../../docs/rules.md");
    private static final Path MODULES = Path.of("..");
    private static final Path MODEL = MODULES.resolve("model/src/main/java/press/stet/model");

    private static final String WRITE = "stet.write";

    private final Seen seen = new Seen();
    private final Map<String, Exploration> explorations = new LinkedHashMap<>();

    @BeforeAll
    void whatever_people_do_every_guarantee_holds_after_each_step() {
        List<Walk> walks = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(seed -> Walk.of(seed, STEPS, Editor::rule))
                .toList();
        explorations.put("nothing", Exploration.of(Editor::rule, Scenes.nothing(), MOST_STATES));
        explorations.put(
                "an original and its translation, both live",
                Exploration.of(Editor::rule, Alphabet.aStoryLiveInBoth(), MOST_STATES_LATER));
        explorations.put(
                "an original that was withdrawn",
                Exploration.of(Editor::rule, Alphabet.aStoryWithdrawn(), MOST_STATES_LATER));
        walks.forEach(walk -> seen.addAll(walk.seen()));
        explorations.values().forEach(exploration -> seen.addAll(exploration.seen()));
    }

    @Test
    void every_command_came_in_in_every_state() {
        assertThat(seen.reached()).isEqualTo(Reached.everything());
    }

    @Test
    void every_rule_refused_something() {
        Set<Rule> rules = EnumSet.copyOf(NOT_MET);
        rules.addAll(seen.refusing());
        assertThat(rules).isEqualTo(EnumSet.allOf(Rule.class));
    }

    @Test
    void the_ways_of_a_small_story_leave_no_command_out() {
        assertThat(explorations.values())
                .allSatisfy(exploration -> assertThat(exploration.seen().reached().stream()
                                .map(Reached::command)
                                .collect(Collectors.toSet()))
                        .as("what Alphabet asks")
                        .containsExactlyInAnyOrderElementsOf(Reached.commands()));
    }

    @Test
    void the_first_way_that_a_fault_shows_on_is_the_shortest() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Exploration.of(Faults.forgettingWhoContributed(), Scenes.nothing(), MOST_STATES))
                // What another thread has thrown comes wrapped into the same without its message.
                .withStackTraceContaining("Nobody approves an edition they are a contributor to.")
                .withStackTraceContaining("has 3 steps:");
    }

    @Test
    void what_other_systems_get_wrong_is_ruled_out_by_tests_that_there_are() throws IOException {
        for (KnownFailure failure : KnownFailure.ALL) {
            for (KnownFailure.Proof proof : failure.tests()) {
                assertThat(proof.exists(MODULES))
                        .as("%s: %s", failure.what(), proof)
                        .isTrue();
            }
        }
    }

    @Test
    void the_page_says_what_was_seen() throws IOException {
        String page = RulesPage.of(seen, explorations, WALKS, MODEL);
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/rules.md; write it anew with: %s", RulesPage.COMMAND)
                .isEqualTo(page);
    }
}
