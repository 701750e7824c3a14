package press.stet.testkit.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.event.Entry;
import press.stet.model.house.HouseRules;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;
import press.stet.testkit.house.Rules;
import press.stet.testkit.rules.RuleBook;

/** People who do everything there is to do, in every order, break no promise of the newsroom's. */
class WalkTest {

    /** With these every command comes in in every state, each more than once. */
    private static final int WALKS = 800;

    private static final int STEPS = 100;

    /** A house always has rules for any site here, and a mebibyte of copy or a thousand versions would take a walk too long. */
    private static final Set<Rule> NOT_MET_ON_A_WALK = EnumSet.of(Rule.UNKNOWN_SITE, Rule.TOO_LARGE, Rule.LIMIT);

    @Test
    void whatever_people_do_every_guarantee_holds_after_each_step() {
        List<Walk> walks = IntStream.range(0, WALKS)
                .parallel()
                .mapToObj(seed -> Walk.of(seed, STEPS, Editor::rule))
                .toList();

        Set<Reached> reached = new TreeSet<>();
        Set<Rule> rules = EnumSet.copyOf(NOT_MET_ON_A_WALK);
        walks.forEach(walk -> reached.addAll(walk.reached()));
        walks.forEach(walk -> rules.addAll(walk.rules()));
        assertThat(walks.stream().mapToInt(Walk::steps).sum()).isGreaterThanOrEqualTo(20_000);
        assertThat(reached).isEqualTo(Reached.everything());
        assertThat(rules).isEqualTo(EnumSet.allOf(Rule.class));
    }

    @Test
    void the_same_seed_walks_the_same_way() {
        assertThat(Walk.of(7, STEPS, Editor::rule)).isEqualTo(Walk.of(7, STEPS, Editor::rule));
    }

    @Test
    void a_newsroom_that_forgets_who_contributed_is_found_out_by_a_short_history() {
        RuleBook forgetful = seeing(WalkTest::withoutContributors);

        assertThat(foundOut(forgetful, "Nobody approves an edition they are a contributor to."))
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

    /** Rules as if the story were another, while its history goes on as it is. */
    private static RuleBook seeing(UnaryOperator<Story> otherwise) {
        return (story, arrival, circumstances) -> {
            Ruling ruling = Editor.rule(story == null ? null : otherwise.apply(story), arrival, circumstances);
            return ruling instanceof Ruling.Accepted accepted && story != null
                    ? new Ruling.Accepted(
                            after(story, accepted.entries()),
                            accepted.entries(),
                            accepted.texts(),
                            accepted.dropped(),
                            accepted.snapshots())
                    : ruling;
        };
    }

    private static Story after(Story story, List<Entry> entries) {
        Story next = story;
        for (Entry entry : entries) {
            next = next.evolve(entry);
        }
        return next;
    }

    private static Story withoutContributors(Story story) {
        TreeMap<Language, Edition> editions = new TreeMap<>(story.editions());
        editions.replaceAll((language, edition) -> new Edition(
                language,
                edition.versions(),
                edition.working(),
                edition.live(),
                edition.job(),
                edition.stale(),
                Set.of(),
                edition.approved()));
        return story.with(editions);
    }

    private static @Nullable HouseRules lenient(@Nullable HouseRules rules) {
        return rules == null ? null : Rules.atVersion(Rules.askingLittle(rules), rules.version());
    }
}
