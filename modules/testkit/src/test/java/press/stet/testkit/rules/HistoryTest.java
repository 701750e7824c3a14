package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryKilled;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.Digest;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.command.Arrival;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.BrokenHistory;
import press.stet.model.story.Story;

/** A story is what its history says, and a history that no newsroom can have had says nothing. */
class HistoryTest {

    private static final Version ONE = Version.FIRST;

    @Test
    void replaying_a_history_gives_the_same_story() {
        Desk desk = played(aStoryLiveIn(EN, RU)
                .then(REPORTER, revise(EN, headline("A rewrite")))
                .then(EDITOR, requestTranslation(KK))
                .then(PUBLISHER, withdraw(RU))
                .then(CHIEF, kill()));

        assertThat(Story.replay(history(desk))).isEqualTo(desk.story());
    }

    @Test
    void events_of_one_ruling_stand_together_and_say_how_many_they_are() {
        Desk desk = played(aStoryInReview());

        List<Entry> entries = desk.accepted(EDITOR, Asks.approve(EN)).entries();

        assertThat(entries).extracting(Entry::index).containsExactly(0, 1);
        assertThat(entries).extracting(Entry::count).containsExactly(2, 2);
        assertThat(entries).extracting(Entry::sequence).containsExactly(3L, 4L);
        assertThat(entries)
                .extracting(Entry::cause)
                .containsOnly(entries.getFirst().cause());
        assertThat(entries).extracting(Entry::houseRules).containsOnly(1);
        assertThat(entries).extracting(Entry::staff).containsOnly(1);
    }

    @Test
    void the_time_of_a_story_never_goes_back() {
        Desk desk = played(aStoryFiledBy(REPORTER));
        Arrival arrival = desk.newsroom()
                .arrival(REPORTER, desk.storyId(), Asks.submit(EN).of(desk.newsroom(), desk.storyId()));
        Instant filed = desk.story().at();

        Ruling early = desk.newsroom()
                .receive(new Arrival(arrival.dispatch(), arrival.channel(), filed.minusSeconds(30), arrival.proof()));

        assertThat(early)
                .isInstanceOfSatisfying(
                        Ruling.Accepted.class,
                        accepted ->
                                assertThat(accepted.entries().getFirst().at()).isEqualTo(filed));
    }

    @Test
    void a_history_begins_with_being_filed_and_has_no_gap() {
        List<Entry> history = history(played(aStoryApproved()));

        assertThatExceptionOfType(BrokenHistory.class)
                .isThrownBy(() -> Story.replay(history.subList(1, 2)))
                .withMessageContaining("begins with being filed");
        List<Entry> gap = new ArrayList<>(history);
        gap.remove(1);
        assertThatExceptionOfType(BrokenHistory.class)
                .isThrownBy(() -> Story.replay(gap))
                .withMessageContaining("event 3");
        List<Entry> twice = new ArrayList<>(history);
        twice.add(history.getLast());
        assertThatExceptionOfType(BrokenHistory.class).isThrownBy(() -> Story.replay(twice));
    }

    @Test
    void nothing_follows_in_a_story_that_was_killed() {
        Desk killed = played(aStoryKilled());

        breaks(killed, new Event.CopyRevised(EN, stamp(2), List.of()), "killed");
        breaks(killed, new Event.EditionKilled(EN, 3), "nothing to kill");
        breaks(killed, new Event.StoryKilled(Notice.NONE), "killed");
        breaks(killed, new Event.TranslationRequested(RU, new Source(EN, ONE)), "killed");
        breaks(killed, new Event.TranslationCancelled(EN), "no translation");
    }

    @Test
    void an_edition_is_killed_only_with_its_story() {
        breaks(played(aStoryLiveIn(EN)), new Event.EditionKilled(EN, 2), "with its story");
    }

    @Test
    void what_happens_to_an_edition_happens_to_one_that_is_there() {
        breaks(played(aStoryLiveIn(EN)), new Event.CopyRevised(RU, stamp(1), List.of()), "no edition in ru");
        breaks(played(aStoryLiveIn(EN)), new Event.TranslationDelivered(RU, stamp(1), List.of()), "no edition in ru");
        breaks(played(aStoryLiveIn(EN)), new Event.CopyRevised(EN, stamp(3), List.of()), "version 3 follows version 1");
        breaks(played(aStoryLiveIn(EN)), new Event.StoryFiled(new Site("a"), EN, stamp(1)), "filed before");
    }

    @Test
    void what_happens_to_a_version_happens_to_the_one_in_hand_and_to_its_text() {
        Desk draft = played(aStoryFiledBy(REPORTER));
        Digest digest = digest(draft);
        breaks(
                draft,
                new Event.SubmittedForReview(EN, new Version(2), digest, List.of(), null, null),
                "version 2 is not in hand");
        breaks(draft, new Event.SubmittedForReview(EN, ONE, ANOTHER_TEXT, List.of(), null, null), "another text");
        breaks(draft, new Event.VersionApproved(EN, ONE, digest, Check.EDITOR), "nothing is in review");
        breaks(draft, new Event.ReviewCompleted(EN, ONE, digest), "nothing is in review");
        breaks(draft, new Event.RecalledFromReview(EN, ONE), "nothing is in review");

        Desk review = played(aStoryInReview());
        breaks(review, new Event.SubmittedForReview(EN, ONE, digest, List.of(), null, null), "is no draft");
        breaks(review, new Event.VersionApproved(EN, ONE, ANOTHER_TEXT, Check.EDITOR), "another text");
        breaks(review, new Event.VersionApproved(EN, new Version(2), digest, Check.EDITOR), "version 2");
        breaks(review, new Event.ReviewCompleted(EN, ONE, ANOTHER_TEXT), "another text");
        breaks(review, new Event.ChangesRequested(EN, new Version(2), Check.EDITOR, "why"), "version 2");
        breaks(review, new Event.ApprovalsVoided(EN, new Version(2)), "version 2");
        breaks(review, published(ONE, digest, 1), "nothing is approved");

        Desk approved = played(aStoryApproved());
        breaks(approved, published(new Version(2), digest, 1), "version 2");
        breaks(approved, published(ONE, ANOTHER_TEXT, 1), "another text");
    }

    @Test
    void numbers_that_readers_are_shown_are_counted_one_by_one() {
        Desk approved = played(aStoryApproved());
        breaks(approved, published(ONE, digest(approved), 2), "number 2 follows number 0");
        breaks(played(aStoryLiveIn(EN)), new Event.EditionWithdrawn(EN, 1, Notice.NONE), "number 1 follows number 1");
        breaks(approved, new Event.EditionWithdrawn(EN, 1, Notice.NONE), "readers see nothing");
    }

    @Test
    void a_job_is_opened_before_it_ends() {
        Desk asked = played(aStoryLiveIn(EN).then(EDITOR, requestTranslation(RU)));

        breaks(asked, new Event.TranslationRequested(RU, new Source(EN, ONE)), "asked for before");
        breaks(asked, new Event.TranslationCancelled(EN), "no translation into en");
        breaks(
                played(aStoryLiveIn(EN, RU)),
                new Event.TranslationDelivered(RU, stamp(2), List.of()),
                "no translation into ru");
    }

    private static Event published(Version version, Digest digest, int number) {
        return new Event.EditionPublished(EN, version, digest, number, PublicationKind.FIRST, Notice.NONE);
    }

    private static void breaks(Desk desk, Event event, String because) {
        Entry last = history(desk).getLast();
        Entry next = new Entry(
                last.story(),
                last.sequence() + 1,
                last.cause(),
                last.actor(),
                last.tool(),
                last.at().plus(Duration.ofMinutes(1)),
                last.houseRules(),
                last.staff(),
                0,
                1,
                event);
        assertThatExceptionOfType(BrokenHistory.class)
                .isThrownBy(() -> desk.story().evolve(next))
                .withMessageContaining(because);
    }

    private static Desk played(Scene scene) {
        Desk desk = Desk.open();
        scene.play(desk);
        return desk;
    }

    private static List<Entry> history(Desk desk) {
        return desk.newsroom().log().entries(desk.storyId());
    }

    private static Digest digest(Desk desk) {
        return Stamp.of(ONE, null, null, desk.text(EN, 1)).digest();
    }

    private static Stamp stamp(int version) {
        return Stamp.of(new Version(version), null, null, aReport());
    }
}
