package press.stet.testkit.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.model.house.HouseRules;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Ruling;
import press.stet.testkit.house.Rules;
import press.stet.testkit.rules.RuleBook;

/** On a random walk a fault in the rules is found out, and told by the shortest history that shows it. */
class WalkTest {

    /** As many as a fault is looked for on. */
    private static final int WALKS = 800;

    private static final int STEPS = 100;

    @Test
    void the_same_seed_walks_the_same_way() {
        assertThat(Walk.of(7, STEPS, Editor::rule)).isEqualTo(Walk.of(7, STEPS, Editor::rule));
    }

    @Test
    void a_newsroom_that_forgets_who_contributed_is_found_out_by_a_short_history() {
        assertThat(foundOut(Faults.forgettingWhoContributed(), "Nobody approves an edition they are a contributor to."))
                .isLessThanOrEqualTo(9);
    }

    @Test
    void a_newsroom_that_asks_for_too_few_checks_is_found_out_by_a_short_history() {
        RuleBook lenient = (story, arrival, circumstances) -> Editor.rule(
                story,
                arrival,
                new Circumstances(
                        site -> lenient(circumstances.houseRules().apply(site)),
                        circumstances.staff(),
                        circumstances.texts(),
                        circumstances.earlier()));

        assertThat(foundOut(lenient, "Nothing is public that was not approved in exactly that digest"))
                .isLessThanOrEqualTo(12);
    }

    @Test
    void a_newsroom_that_forgets_outcomes_is_found_out_by_a_short_history() {
        RuleBook forgetful = (story, arrival, circumstances) -> Editor.rule(
                story,
                arrival,
                new Circumstances(circumstances.houseRules(), circumstances.staff(), circumstances.texts(), null));

        assertThat(foundOut(forgetful, "The same command never has two outcomes within seven days"))
                .isLessThanOrEqualTo(3);
    }

    @Test
    void a_newsroom_whose_store_differs_from_its_log_is_found_out_by_a_short_history() {
        RuleBook careless = (story, arrival, circumstances) -> switch (Editor.rule(story, arrival, circumstances)) {
            case Ruling.Accepted accepted
            when story != null ->
                new Ruling.Accepted(
                        story, accepted.entries(), accepted.texts(), accepted.dropped(), accepted.snapshots());
            case Ruling other -> other;
        };

        assertThat(foundOut(careless, "Replaying a story's events gives the same story"))
                .isLessThanOrEqualTo(3);
    }

    /** How many steps the shortest history has by which a fault shows. */
    private static int foundOut(RuleBook faulty, String promise) {
        AssertionError[] found = new AssertionError[1];
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> IntStream.range(0, WALKS).forEach(seed -> Walk.of(seed, STEPS, faulty)))
                .withMessageContaining(promise)
                .withMessageContaining("Seed ")
                .satisfies(error -> found[0] = error);
        Matcher steps = Pattern.compile("has (\\d+) steps:").matcher(String.valueOf(found[0].getMessage()));
        assertThat(steps.find()).isTrue();
        return Integer.parseInt(steps.group(1));
    }

    private static @Nullable HouseRules lenient(@Nullable HouseRules rules) {
        return rules == null ? null : Rules.atVersion(Rules.askingLittle(rules), rules.version());
    }
}
