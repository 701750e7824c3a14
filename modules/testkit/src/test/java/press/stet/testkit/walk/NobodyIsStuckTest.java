package press.stet.testkit.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.aReportIn;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.roleOf;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.liftEmbargo;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.resolve;
import static press.stet.testkit.rules.Asks.restore;
import static press.stet.testkit.rules.Asks.resume;
import static press.stet.testkit.rules.Asks.submit;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Stamp;
import press.stet.model.edition.Snapshot;
import press.stet.model.house.Grant;
import press.stet.model.story.Edition;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Note;
import press.stet.model.story.Story;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.house.Rules;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.rules.Ask;
import press.stet.testkit.rules.Asks;
import press.stet.testkit.rules.Desk;
import press.stet.testkit.rules.NewsroomInMemory;

/** Wherever people left a story that was not killed, others bring it to its readers, in every language that it was begun in. */
class NobodyIsStuckTest {

    private static final Person WRITER = new Person("fresh-writer");
    private static final Person OTHER = new Person("fresh-eyes");

    @Test
    void a_story_can_always_be_brought_to_its_readers() {
        LongStream.range(1_000, 1_100).parallel().forEach(NobodyIsStuckTest::finish);
    }

    private static void finish(long seed) {
        NewsroomInMemory newsroom = new NewsroomInMemory();
        newsroom.staff(Crowd.staff());
        Crowd crowd = new Crowd(seed);
        for (int step = 0; step < 60; step++) {
            crowd.next(newsroom).take(newsroom);
        }
        int version = Objects.requireNonNull(newsroom.house(Site.ANY), "the house has rules")
                .version();
        newsroom.house(Rules.atVersion(RULES, version + 1));
        Grant anything = new Grant(roleOf(CHIEF), Set.of(), Set.of());
        newsroom.staff(TheHouse.with(TheHouse.with(STAFF, WRITER, anything), OTHER, anything));

        assertThatCode(() -> List.copyOf(newsroom.log().stories().keySet())
                        .forEach(story -> bringOut(new Desk(newsroom, story))))
                .as("seed %d", seed)
                .doesNotThrowAnyException();
        assertThat(Guarantee.broken(newsroom.log())).isEmpty();
    }

    private static void bringOut(Desk desk) {
        Story story = desk.story();
        if (story.isKilled()) {
            return;
        }
        if (story.isSpiked()) {
            desk.accepted(OTHER, restore());
        }
        if (story.hold() != null) {
            desk.accepted(OTHER, resume());
        }
        if (story.embargo() != null) {
            desk.accepted(OTHER, liftEmbargo());
        }
        bringOut(desk, EN, revision(EN));
        story.editions().keySet().stream()
                .filter(language -> !language.equals(EN))
                .forEach(language -> bringOut(
                        desk,
                        language,
                        desk.edition(language).current() == null
                                        || desk.edition(language).isTranslation()
                                ? translation(language)
                                : revision(language)));
    }

    private static void bringOut(Desk desk, Language language, Ask copy) {
        desk.accepted(WRITER, copy);
        desk.edition(language).discussion().open().stream()
                .filter(Note::blocking)
                .forEach(note -> desk.accepted(OTHER, resolve(language, note.number())));
        desk.accepted(WRITER, submit(language));
        desk.accepted(OTHER, approve(language));
        desk.accepted(OTHER, publish(language));
        assertThat(desk.latest(language)).isInstanceOf(Snapshot.Live.class);
    }

    private static Ask revision(Language language) {
        return (newsroom, story) -> new Command.ReviseCopy(
                current(newsroom, story, language).version(),
                edited(aReportIn(language), headline("At last")),
                false,
                false,
                behind(newsroom, story, language));
    }

    /** Whatever readers came to see meanwhile, it stands as it is here. */
    private static List<BlockId> behind(NewsroomInMemory newsroom, StoryId story, Language language) {
        Edition edition = Objects.requireNonNull(newsroom.story(story)).edition(language);
        Manuscript inHand = edition == null ? null : edition.working().manuscript();
        return inHand == null ? List.of() : inHand.behind();
    }

    /** Of what is live now, and not of what an open job handed out a while ago. */
    private static Ask translation(Language into) {
        return (newsroom, story) -> deliver(
                        edited(aTranslation(into), headline("At last")),
                        EN,
                        current(newsroom, story, EN).version())
                .of(newsroom, story);
    }

    private static Stamp current(NewsroomInMemory newsroom, StoryId story, Language language) {
        return Objects.requireNonNull(Asks.current(newsroom, story, language), "an original has copy");
    }
}
