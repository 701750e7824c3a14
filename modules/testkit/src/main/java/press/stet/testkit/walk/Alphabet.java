package press.stet.testkit.walk;

import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.NEWS;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.paragraph;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Grant;
import press.stet.model.house.Notice;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.house.Staff;
import press.stet.model.story.Discussion;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Story;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.rules.Ask;
import press.stet.testkit.rules.Asks;
import press.stet.testkit.rules.NewsroomInMemory;
import press.stet.testkit.rules.Scene;
import press.stet.testkit.rules.Scenes;

/**
 * Everything that three people can ask of a small story next: each command, about each of two languages, decided on what is at
 * hand, or on what never was. A revision says the other of two things, so that what was said may be said again.
 */
final class Alphabet {

    /** Who writes, who writes and edits, and who edits and publishes. */
    static final List<Person> PEOPLE = List.of(TheHouse.REPORTER, TheHouse.EDITOR, TheHouse.CHIEF);

    static final Staff STAFF = TheHouse.with(
            TheHouse.STAFF,
            TheHouse.CHIEF,
            new Grant(
                    new Role(
                            "chief",
                            Set.of(
                                    Right.REQUEST_CHANGES,
                                    Right.PUBLISH,
                                    Right.MINOR,
                                    Right.CORRECT,
                                    Right.WITHDRAW,
                                    Right.KILL,
                                    Right.SPIKE,
                                    Right.HOLD,
                                    Right.ASSIGN,
                                    Right.EMBARGO,
                                    Right.REQUEST_TRANSLATION),
                            Set.of(Check.EDITOR)),
                    Set.of(),
                    Set.of()));

    static final List<Language> LANGUAGES = List.of(EN, RU);

    /** A version that there is none of. */
    private static final int NEVER = 1_000;

    private static final Duration TOMORROW = Duration.ofDays(1);
    private static final Duration THE_DAY_AFTER = Duration.ofDays(2);

    private Alphabet() {}

    /** Live in both languages, one made from the other. */
    static Scene aStoryLiveInBoth() {
        return aStoryLive()
                .then(TheHouse.REPORTER, Asks.deliver(translation(RU)))
                .then(TheHouse.REPORTER, Asks.submit(RU))
                .then(TheHouse.EDITOR, Asks.approve(RU))
                .then(TheHouse.CHIEF, Asks.publish(RU));
    }

    /** Withdrawn in one language, and never begun in the other. */
    static Scene aStoryWithdrawn() {
        return aStoryLive().then(TheHouse.CHIEF, Asks.withdraw(EN));
    }

    private static Scene aStoryLive() {
        return Scenes.inAHouseOf(STAFF)
                .then(TheHouse.REPORTER, Asks.file(original(EN)))
                .then(TheHouse.REPORTER, Asks.submit(EN))
                .then(TheHouse.EDITOR, Asks.approve(EN))
                .then(TheHouse.CHIEF, Asks.publish(EN));
    }

    /** What can be asked of the story as it stands, in an order that is always the same. */
    static List<Command> next(NewsroomInMemory newsroom, StoryId id) {
        Story story = newsroom.story(id);
        List<Ask> asks = new ArrayList<>();
        asks.add(Asks.file(original(EN)));
        if (story != null) {
            ofTheStory(asks);
            LANGUAGES.forEach(language -> of(language, story.edition(language), asks));
        }
        asks.addAll(asks.stream().map(ask -> Asks.on(NEVER, ask)).toList());
        return asks.stream().map(ask -> ask.of(newsroom, id)).distinct().toList();
    }

    private static void ofTheStory(List<Ask> asks) {
        asks.add(Asks.hold());
        asks.add(Asks.resume());
        asks.add(Asks.embargo(THE_DAY_AFTER));
        asks.add(Asks.embargoUntilLifted());
        asks.add(Asks.liftEmbargo());
        asks.add(Asks.spike());
        asks.add(Asks.restore());
        asks.add(Asks.assign(TheHouse.REPORTER));
        asks.add(Asks.kill());
    }

    private static void of(Language language, @Nullable Edition edition, List<Ask> asks) {
        Language other = language.equals(EN) ? RU : EN;
        asks.add((newsroom, id) -> revision(newsroom, id, language, false, false));
        asks.add((newsroom, id) -> revision(newsroom, id, language, true, false));
        asks.add((newsroom, id) -> revision(newsroom, id, language, false, true));
        asks.add(Asks.submit(language));
        asks.add(Asks.recall(language));
        asks.add(Asks.discard(language));
        asks.add(Asks.takeUp(language));
        asks.add(Asks.approve(language));
        asks.add(Asks.requestChanges(language, "Who says so?"));
        asks.add(Asks.waive(language, Check.EDITOR, "It is late."));
        of(language, edition == null ? Discussion.NONE : edition.discussion(), asks);
        asks.add(Asks.fileAnew(original(language)));
        asks.add(Asks.requestTranslation(language, other));
        asks.add((newsroom, id) -> delivery(newsroom, id, language, other));
        asks.add(Asks.assignTranslation(language, TheHouse.REPORTER));
        asks.add(Asks.confirm(language));
        asks.add(Asks.cancelTranslation(language));
        asks.add(Asks.publish(language));
        if (edition != null && edition.live() instanceof Live.Published) {
            asks.add(Asks.publish(language, PublicationKind.MINOR));
            asks.add(Asks.correct(language, Notice.NONE));
        }
        asks.add(Asks.schedule(language, TOMORROW));
        asks.add(Asks.unschedule(language));
        asks.add(Asks.withdraw(language));
        asks.add(Asks.resend(language));
    }

    /** One claim and one note are enough to see what they keep anybody from. */
    private static void of(Language language, Discussion discussion, List<Ask> asks) {
        asks.add(
                discussion.claims().isEmpty()
                        ? Asks.claim(language, Check.EDITOR, TheHouse.EDITOR)
                        : Asks.release(language, Check.EDITOR, TheHouse.EDITOR));
        asks.add(
                discussion.notes() == 0
                        ? Asks.blockingNote(language, null, "Who says so?")
                        : Asks.note(language, new BlockId("p99"), "Where is it?"));
        asks.add(Asks.answer(language, 1, "He does."));
        asks.add(Asks.resolve(language, 1));
    }

    private static Command revision(
            NewsroomInMemory newsroom, StoryId id, Language language, boolean submit, boolean fromLive) {
        Stamp current = Asks.current(newsroom, id, language);
        Version version = current == null ? Version.FIRST : current.version();
        Story story = newsroom.story(id);
        Edition edition = story == null ? null : story.edition(language);
        Stamp shown = edition == null ? null : edition.shown();
        Version basedOn = fromLive && shown != null ? shown.version() : version;
        Copy text = newsroom.text(id, new Source(language, basedOn));
        Manuscript inHand = edition == null ? null : edition.working().manuscript();
        return new Command.ReviseCopy(
                basedOn,
                other(text == null ? original(language) : text),
                submit,
                fromLive,
                inHand == null ? List.of() : inHand.behind());
    }

    private static Command delivery(NewsroomInMemory newsroom, StoryId id, Language into, Language from) {
        Stamp current = Asks.current(newsroom, id, into);
        Copy text = current == null ? null : newsroom.text(id, new Source(into, current.version()));
        return new Command.DeliverTranslation(
                from, null, current == null ? null : current.version(), text == null ? translation(into) : other(text));
    }

    private static Copy original(Language language) {
        return copy(language, List.of("Ada Lind"), paragraph("One."));
    }

    private static Copy translation(Language language) {
        return copy(language, List.of(), paragraph("One."));
    }

    private static Copy copy(Language language, List<String> bylines, Block... body) {
        return new Copy(
                language,
                "A headline",
                "",
                bylines,
                "",
                bylines.isEmpty() ? null : NEWS,
                List.of(),
                null,
                List.of(body));
    }

    /** The same, with the other of the two things that its paragraph says. */
    private static Copy other(Copy copy) {
        Block.Paragraph paragraph = (Block.Paragraph) copy.body().getFirst();
        String says = paragraph.text().equals("One.") ? "Another." : "One.";
        return copy.withBody(List.of(new Block.Paragraph(paragraph.id(), paragraph.renders(), says)));
    }
}
