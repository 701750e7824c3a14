package press.stet.testkit.walk;

import static press.stet.testkit.copy.Copies.AR;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.house.TheHouse.FACTS_CHECK;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Story;
import press.stet.model.story.Working;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.rules.Ask;
import press.stet.testkit.rules.Asks;
import press.stet.testkit.rules.NewsroomInMemory;

/** What somebody in the crowd wants of a story: mostly what its state invites to, now and then anything. */
final class Wishes {

    private static final List<Language> LANGUAGES = List.of(EN, EN, EN, EN, EN, RU, RU, RU, RU, RU, RU, KK, KK, AR);

    private enum Wish {
        FILE,
        REVISE,
        SUBMIT,
        RECALL,
        APPROVE,
        SEND_BACK,
        REQUEST,
        DELIVER,
        PUBLISH,
        WITHDRAW,
        KILL,
        FILE_ANEW,
        DISCARD,
        SPIKE,
        RESTORE,
        HOLD,
        RESUME,
        ASSIGN,
        CANCEL,
        EMBARGO,
        LIFT,
        RESEND,
        HAND_OUT,
        CONFIRM,
        SCHEDULE,
        UNSCHEDULE,
        TAKE_UP,
        CLAIM,
        NOTE,
        ANSWER,
        RESOLVE,
        WAIVE
    }

    private final Random random;
    private final SomeCopy copy;

    Wishes(Random random) {
        this.random = random;
        this.copy = new SomeCopy(random);
    }

    Command next(NewsroomInMemory newsroom, StoryId id) {
        Story story = newsroom.story(id);
        Language language = anyOf(LANGUAGES);
        Edition edition = story == null ? null : story.edition(language);
        Wish wish = oneIn(3) ? anyOf(List.of(Wish.values())) : invited(story, language, edition);
        if (wish == Wish.KILL && !oneIn(2)) {
            wish = Wish.WITHDRAW;
        }
        Ask ask = ask(wish, language, edition);
        return (oneIn(20) ? Asks.on(1 + random.nextInt(5), ask) : ask).of(newsroom, id);
    }

    private Wish invited(@Nullable Story story, Language language, @Nullable Edition edition) {
        if (story == null) {
            return Wish.FILE;
        }
        if (story.hold() != null && oneIn(3)) {
            return Wish.RESUME;
        }
        if (story.embargo() != null && oneIn(4)) {
            return Wish.LIFT;
        }
        if (edition == null) {
            return oneIn(3) ? Wish.REQUEST : Wish.DELIVER;
        }
        if (edition.discussion().blocking().isPresent() && oneIn(2)) {
            return Wish.RESOLVE;
        }
        return switch (edition.working()) {
            case Working.None _ when !edition.aside().isEmpty() && oneIn(2) -> Wish.TAKE_UP;
            case Working.None _ -> invited(edition, language);
            case Working.Draft _ -> anyOf(List.of(Wish.SUBMIT, Wish.SUBMIT, Wish.SUBMIT, Wish.REVISE, Wish.DELIVER));
            case Working.InReview _ ->
                anyOf(List.of(
                        Wish.APPROVE,
                        Wish.APPROVE,
                        Wish.APPROVE,
                        Wish.APPROVE,
                        Wish.SEND_BACK,
                        Wish.REVISE,
                        Wish.WAIVE,
                        Wish.CLAIM));
            case Working.Spiked _ -> oneIn(2) ? Wish.RESTORE : anyOf(List.of(Wish.values()));
            case Working.Scheduled _ -> oneIn(4) ? Wish.UNSCHEDULE : anyOf(List.of(Wish.values()));
            case Working.Approved _ when oneIn(edition.live() instanceof Live.Withdrawn ? 2 : 3) -> Wish.SCHEDULE;
            case Working.Approved _ ->
                anyOf(List.of(Wish.PUBLISH, Wish.PUBLISH, Wish.PUBLISH, Wish.PUBLISH, Wish.RECALL, Wish.APPROVE));
        };
    }

    private Wish invited(Edition edition, Language language) {
        return switch (edition.live()) {
            case Live.Unpublished _ -> Wish.DELIVER;
            case Live.Published _
            when edition.stale() != null -> anyOf(List.of(Wish.CONFIRM, Wish.DELIVER, Wish.DELIVER));
            case Live.Published published when !published.owed().isEmpty() && oneIn(2) -> Wish.APPROVE;
            case Live.Published _ ->
                anyOf(List.of(Wish.REVISE, language.equals(EN) ? Wish.REVISE : Wish.DELIVER, Wish.WITHDRAW));
            case Live.Withdrawn _ when oneIn(2) -> anyOf(List.of(Wish.values()));
            case Live.Withdrawn _ -> anyOf(List.of(Wish.SUBMIT, Wish.SUBMIT, Wish.REVISE));
            case Live.Killed _ -> anyOf(List.of(Wish.values()));
        };
    }

    private Ask ask(Wish wish, Language language, @Nullable Edition edition) {
        return switch (wish) {
            case FILE -> Asks.file(copy.original(EN));
            case REVISE -> (newsroom, story) -> revision(newsroom, story, language);
            case SUBMIT ->
                oneIn(4) ? Asks.submit(language, Duration.ofMinutes(random.nextInt(8) - 1)) : Asks.submit(language);
            case TAKE_UP -> Asks.takeUp(language);
            case CLAIM -> claim(language);
            case NOTE ->
                oneIn(3)
                        ? Asks.blockingNote(language, oneIn(2) ? BlockId.HEADLINE : null, "Who says so?")
                        : Asks.note(language, oneIn(6) ? new BlockId("p99") : null, "A fine headline.");
            case ANSWER -> Asks.answer(language, note(edition), "He does.");
            case RESOLVE -> Asks.resolve(language, note(edition));
            case WAIVE -> Asks.waive(language, oneIn(4) ? Check.EDITOR : LEGAL_CHECK, "It is the middle of the night.");
            case RECALL -> Asks.recall(language);
            case APPROVE -> approval(language, edition);
            case SEND_BACK ->
                oneIn(3)
                        ? Asks.requestChanges(
                                language,
                                "See the notes.",
                                List.of(
                                        new Command.Remark(BlockId.HEADLINE, "Too long."),
                                        new Command.Remark(null, "Flat.")))
                        : Asks.requestChanges(language, "Who says so?");
            case REQUEST ->
                Asks.exactly(new Command.RequestTranslation(language, source(), oneIn(6) ? version() : null));
            case DELIVER -> delivery(language);
            case PUBLISH -> publication(language, edition);
            case WITHDRAW -> Asks.withdraw(language, notice());
            case KILL -> Asks.kill(notice());
            case FILE_ANEW -> Asks.exactly(new Command.FileEdition(copy.original(language)));
            case DISCARD ->
                edition != null && !edition.aside().isEmpty() && oneIn(2)
                        ? Asks.exactly(new Command.DiscardDraft(
                                language, edition.aside().getFirst().version()))
                        : Asks.discard(language);
            case SPIKE -> Asks.exactly(new Command.SpikeStory("No news."));
            case RESTORE -> Asks.exactly(new Command.RestoreStory());
            case HOLD -> Asks.exactly(new Command.HoldStory("The source is being asked again."));
            case RESUME -> Asks.exactly(new Command.ResumeStory());
            case ASSIGN -> Asks.exactly(new Command.AssignStory(oneIn(3) ? null : TheHouse.REPORTER, null));
            case CANCEL -> Asks.exactly(new Command.CancelTranslation(language));
            case EMBARGO ->
                (newsroom, _) -> new Command.SetEmbargo(
                        oneIn(4) ? null : newsroom.now().plus(Duration.ofMinutes(random.nextInt(20) - 2)));
            case HAND_OUT ->
                oneIn(2)
                        ? Asks.assignTranslation(language, oneIn(3) ? null : TheHouse.TRANSLATOR)
                        : Asks.assignTranslation(
                                language, TheHouse.TRANSLATOR, Duration.ofMinutes(random.nextInt(8) - 1));
            case SCHEDULE -> Asks.schedule(language, Duration.ofMinutes(random.nextInt(oneIn(3) ? 60 : 12) - 1));
            case UNSCHEDULE -> Asks.unschedule(language);
            case CONFIRM -> Asks.confirm(language);
            case LIFT -> Asks.exactly(new Command.LiftEmbargo());
            case RESEND -> Asks.exactly(new Command.ResendEdition(language));
        };
    }

    private Command revision(NewsroomInMemory newsroom, StoryId story, Language language) {
        Stamp current = Asks.current(newsroom, story, language);
        Version version = current == null ? Version.FIRST : current.version();
        Copy text = newsroom.text(story, new Source(language, version));
        Copy before = text == null || oneIn(6) ? fresh(language) : text;
        Copy after = oneIn(15) ? before : copy.revised(before);
        Story now = newsroom.story(story);
        Edition edition = now == null ? null : now.edition(language);
        Live live = live(now, language);
        boolean somethingWaits = edition != null && !edition.aside().isEmpty();
        boolean fromLive = oneIn(somethingWaits ? 2 : 4) && live instanceof Live.Published;
        Version basedOn = fromLive && live instanceof Live.Published published ? published.version() : version;
        return new Command.ReviseCopy(basedOn, after, oneIn(3), fromLive, overruled(edition));
    }

    /** Mostly all that the work in hand is behind in, else it would hardly ever come before readers again. */
    private List<BlockId> overruled(@Nullable Edition edition) {
        Manuscript inHand = edition == null ? null : edition.working().manuscript();
        if (oneIn(20)) {
            return List.of(BlockId.HEADLINE);
        }
        return inHand == null || oneIn(3) ? List.of() : inHand.behind();
    }

    private Ask claim(Language language) {
        Person one = anyOf(List.of(TheHouse.EDITOR, Crowd.BORIS, TheHouse.CHIEF));
        Person other = anyOf(List.of(TheHouse.EDITOR, Crowd.BORIS, TheHouse.CHIEF));
        Check check = oneIn(4) ? LEGAL_CHECK : Check.EDITOR;
        return switch (random.nextInt(4)) {
            case 0 -> Asks.release(language, check, one);
            case 1 -> Asks.reassign(language, check, one, other);
            default -> Asks.claim(language, check, one);
        };
    }

    private int note(@Nullable Edition edition) {
        return edition == null || edition.discussion().open().isEmpty() || oneIn(8)
                ? 1 + random.nextInt(4)
                : anyOf(edition.discussion().open()).number();
    }

    private Copy fresh(Language language) {
        return language.equals(EN) ? copy.original(EN) : copy.translation(language);
    }

    private Ask delivery(Language language) {
        Language from = source();
        Version version = oneIn(6) ? version() : null;
        Copy translation = copy.translation(language);
        return oneIn(10)
                ? Asks.exactly(new Command.DeliverTranslation(from, version, null, translation))
                : Asks.deliver(translation, from, version);
    }

    private static @Nullable Live live(@Nullable Story story, Language language) {
        Edition edition = story == null ? null : story.edition(language);
        return edition == null ? null : edition.live();
    }

    private Ask approval(Language language, @Nullable Edition edition) {
        List<Check> missing = edition != null && edition.working() instanceof Working.InReview review
                ? review.approvals().missing(review.asked()).stream()
                        .map(RequiredCheck::check)
                        .toList()
                : edition != null && edition.live() instanceof Live.Published published
                        ? published.owed().stream().map(RequiredCheck::check).toList()
                        : List.of();
        Check check =
                missing.isEmpty() || oneIn(8) ? anyOf(List.of(Check.EDITOR, LEGAL_CHECK, FACTS_CHECK)) : anyOf(missing);
        Ask approval = Asks.approve(language, check);
        return oneIn(15) ? Asks.on(Asks.ANOTHER_TEXT, approval) : approval;
    }

    private Ask publication(Language language, @Nullable Edition edition) {
        boolean live = edition != null && edition.live() instanceof Live.Published;
        PublicationKind fit = live
                ? anyOf(List.of(PublicationKind.UPDATE, PublicationKind.CORRECTION, PublicationKind.MINOR))
                : PublicationKind.FIRST;
        PublicationKind kind = oneIn(10) ? anyOf(List.of(PublicationKind.values())) : fit;
        Ask publication =
                kind == PublicationKind.CORRECTION ? Asks.correct(language, notice()) : Asks.publish(language, kind);
        return oneIn(15) ? Asks.on(Asks.ANOTHER_TEXT, publication) : publication;
    }

    private Notice notice() {
        return oneIn(2) ? Notice.NONE : new Notice(List.of(new Notice.Worded(RU, "Ошибка.")), "A mistake.");
    }

    private @Nullable Language source() {
        return oneIn(4) ? anyOf(LANGUAGES) : null;
    }

    private Version version() {
        return new Version(1 + random.nextInt(4));
    }

    private boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
