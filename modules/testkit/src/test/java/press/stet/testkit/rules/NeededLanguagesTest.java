package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static press.stet.testkit.copy.Copies.AR;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.aReportIn;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.section;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.cancelTranslation;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.fileAnew;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.inAHouseWith;
import static press.stet.testkit.rules.Scenes.nothing;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.story.Job;
import press.stet.testkit.house.Rules;

/** The house says which languages a story needs: they are asked for by themselves. */
class NeededLanguagesTest {

    private static final HouseRules IN_RUSSIAN_AND_ARABIC = Rules.translating(RULES, needs(null, EN, RU, AR));

    @Test
    void what_a_story_needs_is_asked_for_when_its_original_is_approved() {
        Then approved =
                given(inAHouseWith(IN_RUSSIAN_AND_ARABIC), aStoryInReview()).when(EDITOR, approve(EN));

        approved.thenHappened(
                Event.VersionApproved.class,
                Event.ReviewCompleted.class,
                Event.TranslationRequested.class,
                Event.TranslationRequested.class);
        assertThat(approved.events())
                .endsWith(new Event.TranslationRequested(AR, source(1)), new Event.TranslationRequested(RU, source(1)));
    }

    @Test
    void it_is_due_when_the_house_says_whoever_asked_for_it() {
        Duration twoHours = Duration.ofHours(2);
        HouseRules house = Rules.translating(RULES, needs(twoHours, RU));
        Then approved = given(inAHouseWith(house), aStoryInReview()).when(EDITOR, approve(EN));

        Job job = Objects.requireNonNull(approved.edition(RU).job());
        assertThat(job.due()).isEqualTo(approved.desk().story().at().plus(twoHours));

        Then asked = approved.and().when(EDITOR, requestTranslation(AR));

        assertThat(Objects.requireNonNull(asked.edition(AR).job()).due())
                .isEqualTo(asked.desk().story().at().plus(twoHours));
    }

    @Test
    void what_is_there_or_asked_for_is_not_asked_for_again() {
        Scene delivered = aStoryInReview().then(TRANSLATOR, deliver(RU)).then(EDITOR, requestTranslation(AR));

        given(inAHouseWith(IN_RUSSIAN_AND_ARABIC), delivered)
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
        given(inAHouseWith(IN_RUSSIAN_AND_ARABIC), aStoryApproved().then(rewritten()))
                .when(EDITOR, approve(EN))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void what_was_cancelled_is_needed_again_when_another_version_is_approved() {
        Then approved = given(
                        inAHouseWith(IN_RUSSIAN_AND_ARABIC),
                        aStoryApproved().then(EDITOR, cancelTranslation(RU)).then(rewritten()))
                .when(EDITOR, approve(EN));

        assertThat(approved.events())
                .filteredOn(Event.TranslationRequested.class::isInstance)
                .containsExactly(new Event.TranslationRequested(RU, source(2)));
    }

    @Test
    void the_first_rule_that_is_about_the_section_of_the_story_holds() {
        TranslationRule inCourts =
                new TranslationRule(Set.of(new Section("courts")), Set.of(RU), null, WhileStale.KEEP, false, null);
        Scene house = inAHouseWith(Rules.translating(RULES, inCourts, needs(null, AR)));
        Scene ofTheCourts = aStoryFiledBy(REPORTER, edited(aReport(), section(new Section("courts"))))
                .then(REPORTER, submit(EN))
                .then(EDITOR, approve(EN));

        assertThat(given(house, ofTheCourts).desk().story().editions()).containsOnlyKeys(EN, RU);
        assertThat(given(house, aStoryApproved()).desk().story().editions()).containsOnlyKeys(AR, EN);
    }

    @Test
    void a_translation_that_is_approved_asks_for_nothing_and_neither_does_a_second_original() {
        Scene inReview = aStoryLiveIn(EN).then(TRANSLATOR, deliver(RU)).then(TRANSLATOR, submit(RU));
        Scene another =
                aStoryFiledBy(REPORTER).then(REPORTER, fileAnew(aReportIn(RU))).then(REPORTER, submit(RU));

        given(inReview, inAHouseWith(IN_RUSSIAN_AND_ARABIC))
                .when(EDITOR, approve(RU))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
        given(another, inAHouseWith(IN_RUSSIAN_AND_ARABIC))
                .when(EDITOR, approve(RU))
                .thenHappened(Event.VersionApproved.class, Event.ReviewCompleted.class);
    }

    @Test
    void a_translation_is_due_some_time_after_it_was_asked_for() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> needs(Duration.ZERO, RU))
                .withMessageContaining("PT0S");
    }

    private static Scene rewritten() {
        return nothing().then(REPORTER, revise(EN, headline("A rewrite"))).then(REPORTER, submit(EN));
    }

    private static TranslationRule needs(@Nullable Duration within, Language... languages) {
        return new TranslationRule(Set.of(), Set.of(languages), within, WhileStale.KEEP, false, null);
    }

    private static Source source(int version) {
        return new Source(EN, new Version(version));
    }
}
