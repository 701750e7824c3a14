package press.stet.testkit.rules;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
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
import press.stet.model.story.Aside;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.testkit.copy.Copies;
import press.stet.testkit.copy.Edits;
import press.stet.testkit.house.TheHouse;

/**
 * Every command, decided on the version that is at hand, as a careful tool sends it. As long as there are commands: one list is easier
 * to find an ask in than several.
 */
public final class Asks {

    /** The digest of no text. */
    public static final Digest ANOTHER_TEXT = Digest.of("c1", "another text".getBytes(StandardCharsets.UTF_8));

    private Asks() {}

    /** A command as it is, whatever is at hand. */
    public static Ask exactly(Command command) {
        return (_, _) -> command;
    }

    public static Ask file(Copy copy) {
        return exactly(new Command.FileStory(TheHouse.SITE, copy));
    }

    /** New copy made from what is in hand, else from what readers see. */
    @SafeVarargs
    public static Ask revise(Language language, UnaryOperator<Copy>... edits) {
        return (newsroom, story) -> revised(newsroom, story, language, false, edits);
    }

    @SafeVarargs
    public static Ask reviseAndSubmit(Language language, UnaryOperator<Copy>... edits) {
        return (newsroom, story) -> revised(newsroom, story, language, true, edits);
    }

    public static Ask submit(Language language) {
        return (newsroom, story) -> new Command.SubmitForReview(language, version(newsroom, story, language), null);
    }

    /** To be judged so long after the command comes in. */
    public static Ask submit(Language language, Duration due) {
        return (newsroom, story) -> new Command.SubmitForReview(
                language, version(newsroom, story, language), newsroom.now().plus(due));
    }

    /** New copy made from what readers see, in the place of what is in hand. */
    @SafeVarargs
    public static Ask reviseFromLive(Language language, UnaryOperator<Copy>... edits) {
        return (newsroom, story) -> {
            Edition edition = edition(newsroom, story, language);
            Stamp shown = edition == null ? null : edition.shown();
            Version version = shown == null ? Version.FIRST : shown.version();
            return revised(newsroom, story, language, version, false, true, edits);
        };
    }

    /** New copy in hand, where these blocks are to stand although readers came to see them changed. */
    @SafeVarargs
    public static Ask reviseOverruling(Language language, List<BlockId> overruled, UnaryOperator<Copy>... edits) {
        return (newsroom, story) -> {
            Command.ReviseCopy c = (Command.ReviseCopy) revised(newsroom, story, language, false, edits);
            return new Command.ReviseCopy(c.basedOn(), c.copy(), c.submit(), c.fromLive(), overruled);
        };
    }

    /** Takes up what was set aside last. */
    public static Ask takeUp(Language language) {
        return (newsroom, story) -> {
            Edition edition = edition(newsroom, story, language);
            List<Aside> aside = edition == null ? List.of() : edition.aside();
            return new Command.TakeUpDraft(
                    language, aside.isEmpty() ? Version.FIRST : aside.getLast().version());
        };
    }

    public static Ask claim(Language language, Check check, Person to) {
        return exactly(new Command.ClaimReview(language, check, null, to));
    }

    public static Ask release(Language language, Check check, Person from) {
        return exactly(new Command.ClaimReview(language, check, from, null));
    }

    public static Ask reassign(Language language, Check check, Person from, Person to) {
        return exactly(new Command.ClaimReview(language, check, from, to));
    }

    public static Ask note(Language language, @Nullable BlockId block, String text) {
        return note(language, block, text, false);
    }

    /** A note that is to be resolved before anything is approved. */
    public static Ask blockingNote(Language language, @Nullable BlockId block, String text) {
        return note(language, block, text, true);
    }

    private static Ask note(Language language, @Nullable BlockId block, String text, boolean blocking) {
        return (newsroom, story) -> new Command.AddNote(
                language, version(newsroom, story, language), new Command.Remark(block, text), blocking);
    }

    public static Ask answer(Language language, int note, String text) {
        return exactly(new Command.AnswerNote(language, note, text));
    }

    public static Ask resolve(Language language, int note) {
        return exactly(new Command.ResolveNote(language, note));
    }

    public static Ask waive(Language language, Check check, String reason) {
        return (newsroom, story) -> new Command.WaiveCheck(
                language, version(newsroom, story, language), digest(newsroom, story, language), check, reason);
    }

    /** A translation that is to be there so long after the command comes in. */
    public static Ask assignTranslation(Language language, @Nullable Person to, Duration due) {
        return (newsroom, _) ->
                new Command.AssignTranslation(language, to, newsroom.now().plus(due));
    }

    public static Ask recall(Language language) {
        return (newsroom, story) -> new Command.RecallFromReview(language, version(newsroom, story, language));
    }

    public static Ask discard(Language language) {
        return (newsroom, story) -> new Command.DiscardDraft(language, version(newsroom, story, language));
    }

    public static Ask spike() {
        return exactly(new Command.SpikeStory("No news."));
    }

    public static Ask restore() {
        return exactly(new Command.RestoreStory());
    }

    public static Ask hold() {
        return exactly(new Command.HoldStory("The source is being asked again."));
    }

    public static Ask resume() {
        return exactly(new Command.ResumeStory());
    }

    public static Ask assign(Person to) {
        return exactly(new Command.AssignStory(to, null));
    }

    /** An embargo until so long after the command comes in. */
    public static Ask embargo(Duration from) {
        return (newsroom, _) -> new Command.SetEmbargo(newsroom.now().plus(from));
    }

    public static Ask embargoUntilLifted() {
        return exactly(new Command.SetEmbargo(null));
    }

    public static Ask liftEmbargo() {
        return exactly(new Command.LiftEmbargo());
    }

    public static Ask resend(Language language) {
        return exactly(new Command.ResendEdition(language));
    }

    public static Ask cancelTranslation(Language language) {
        return exactly(new Command.CancelTranslation(language));
    }

    public static Ask assignTranslation(Language language, @Nullable Person to) {
        return exactly(new Command.AssignTranslation(language, to, null));
    }

    /** Finds a translation right for what readers see of its source now. */
    public static Ask confirm(Language language) {
        return (newsroom, story) -> {
            Edition edition = edition(newsroom, story, language);
            Source source = edition == null ? null : edition.source();
            Edition from = source == null ? null : edition(newsroom, story, source.language());
            Stamp shown = from == null ? null : from.shown();
            return new Command.ConfirmTranslation(language, shown == null ? Version.FIRST : shown.version());
        };
    }

    /** A second original. */
    public static Ask fileAnew(Copy copy) {
        return exactly(new Command.FileEdition(copy));
    }

    public static Ask approve(Language language) {
        return approve(language, Check.EDITOR);
    }

    public static Ask approve(Language language, Check check) {
        return (newsroom, story) -> new Command.ApproveVersion(
                language, version(newsroom, story, language), digest(newsroom, story, language), check);
    }

    public static Ask requestChanges(Language language, String note) {
        return requestChanges(language, Check.EDITOR, note);
    }

    public static Ask requestChanges(Language language, Check check, String note) {
        return (newsroom, story) ->
                new Command.RequestChanges(language, version(newsroom, story, language), check, note, List.of());
    }

    /** Sends it back with notes on its blocks. */
    public static Ask requestChanges(Language language, String note, List<Command.Remark> remarks) {
        return (newsroom, story) ->
                new Command.RequestChanges(language, version(newsroom, story, language), Check.EDITOR, note, remarks);
    }

    /** Asks for a translation of the original. */
    public static Ask requestTranslation(Language into) {
        return exactly(new Command.RequestTranslation(into, null, null));
    }

    public static Ask requestTranslation(Language into, Language from) {
        return exactly(new Command.RequestTranslation(into, from, null));
    }

    /** Delivers a translation of whatever was handed out, else of the original. */
    public static Ask deliver(Language into) {
        return deliver(Copies.aTranslation(into));
    }

    /** Delivers, in the place of the version at hand if there is one. */
    public static Ask deliver(Copy copy) {
        return deliver(copy, null, null);
    }

    public static Ask deliver(Copy copy, @Nullable Language from, @Nullable Version version) {
        return (newsroom, story) -> {
            Stamp current = current(newsroom, story, copy.language());
            return new Command.DeliverTranslation(from, version, current == null ? null : current.version(), copy);
        };
    }

    /** Publishes what is approved: as new where readers do not see the edition, else as an update. */
    public static Ask publish(Language language) {
        return (newsroom, story) -> {
            Edition edition = edition(newsroom, story, language);
            boolean live = edition != null && edition.live() instanceof Live.Published;
            return published(
                    newsroom, story, language, live ? PublicationKind.UPDATE : PublicationKind.FIRST, Notice.NONE);
        };
    }

    public static Ask publish(Language language, PublicationKind kind) {
        return (newsroom, story) -> published(newsroom, story, language, kind, Notice.NONE);
    }

    public static Ask correct(Language language, Notice note) {
        return (newsroom, story) -> published(newsroom, story, language, PublicationKind.CORRECTION, note);
    }

    /** Has what is approved go out so long after the command comes in. */
    public static Ask schedule(Language language, Duration from) {
        return (newsroom, story) -> {
            Edition edition = edition(newsroom, story, language);
            boolean live = edition != null && edition.live() instanceof Live.Published;
            return new Command.SchedulePublication(
                    language,
                    version(newsroom, story, language),
                    digest(newsroom, story, language),
                    newsroom.now().plus(from),
                    ZoneId.of("Asia/Almaty"),
                    live ? PublicationKind.UPDATE : PublicationKind.FIRST,
                    Notice.NONE);
        };
    }

    public static Ask unschedule(Language language) {
        return exactly(new Command.CancelSchedule(language));
    }

    public static Ask withdraw(Language language) {
        return withdraw(language, Notice.NONE);
    }

    public static Ask withdraw(Language language, Notice notice) {
        return (newsroom, story) -> {
            Edition edition = edition(newsroom, story, language);
            return new Command.WithdrawEdition(
                    language, edition == null ? 1 : edition.live().number(), notice);
        };
    }

    public static Ask kill() {
        return kill(Notice.NONE);
    }

    public static Ask kill(Notice notice) {
        return exactly(new Command.KillStory(notice));
    }

    /** The same, but decided on this version. */
    public static Ask on(int version, Ask ask) {
        Version on = new Version(version);
        return (newsroom, story) -> switch (ask.of(newsroom, story)) {
            case Command.ReviseCopy c -> new Command.ReviseCopy(on, c.copy(), c.submit(), c.fromLive(), c.overrules());
            case Command.SubmitForReview c -> new Command.SubmitForReview(c.language(), on, c.due());
            case Command.TakeUpDraft c -> new Command.TakeUpDraft(c.language(), on);
            case Command.AddNote c -> new Command.AddNote(c.language(), on, c.remark(), c.blocking());
            case Command.WaiveCheck c -> new Command.WaiveCheck(c.language(), on, c.digest(), c.check(), c.reason());
            case Command.ClaimReview c -> c;
            case Command.AnswerNote c -> new Command.AnswerNote(c.language(), version, c.text());
            case Command.ResolveNote c -> new Command.ResolveNote(c.language(), version);
            case Command.RecallFromReview c -> new Command.RecallFromReview(c.language(), on);
            case Command.ApproveVersion c -> new Command.ApproveVersion(c.language(), on, c.digest(), c.check());
            case Command.RequestChanges c ->
                new Command.RequestChanges(c.language(), on, c.check(), c.note(), c.remarks());
            case Command.DeliverTranslation c -> new Command.DeliverTranslation(c.from(), c.version(), on, c.copy());
            case Command.PublishVersion c ->
                new Command.PublishVersion(c.language(), on, c.digest(), c.kind(), c.note());
            case Command.RequestTranslation c -> new Command.RequestTranslation(c.language(), c.from(), on);
            case Command.WithdrawEdition c -> new Command.WithdrawEdition(c.language(), version, c.notice());
            case Command.DiscardDraft c -> new Command.DiscardDraft(c.language(), on);
            case Command.SchedulePublication c ->
                new Command.SchedulePublication(c.language(), on, c.digest(), c.due(), c.zone(), c.kind(), c.note());
            case Command.CancelSchedule c -> c;
            case Command.FileStory c -> c;
            case Command.FileEdition c -> c;
            case Command.AssignTranslation c -> c;
            case Command.ConfirmTranslation c -> new Command.ConfirmTranslation(c.language(), on);
            case Command.CancelTranslation c -> c;
            case Command.ResendEdition c -> c;
            case Command.OfTheStory c -> c;
        };
    }

    /** The same, but decided on a text with this digest. */
    public static Ask on(Digest digest, Ask ask) {
        return (newsroom, story) -> switch (ask.of(newsroom, story)) {
            case Command.ApproveVersion c -> new Command.ApproveVersion(c.language(), c.version(), digest, c.check());
            case Command.PublishVersion c ->
                new Command.PublishVersion(c.language(), c.version(), digest, c.kind(), c.note());
            case Command.SchedulePublication c ->
                new Command.SchedulePublication(
                        c.language(), c.version(), digest, c.due(), c.zone(), c.kind(), c.note());
            case Command.WaiveCheck c ->
                new Command.WaiveCheck(c.language(), c.version(), digest, c.check(), c.reason());
            case Command other -> throw new IllegalArgumentException("decided on no digest: " + other);
        };
    }

    /** What is in hand, else what readers see or saw last, else null. */
    public static @Nullable Stamp current(NewsroomInMemory newsroom, StoryId story, Language language) {
        Edition edition = edition(newsroom, story, language);
        return edition == null ? null : edition.current();
    }

    @SafeVarargs
    private static Command revised(
            NewsroomInMemory newsroom, StoryId story, Language language, boolean submit, UnaryOperator<Copy>... edits) {
        return revised(newsroom, story, language, version(newsroom, story, language), submit, false, edits);
    }

    @SafeVarargs
    private static Command revised(
            NewsroomInMemory newsroom,
            StoryId story,
            Language language,
            Version version,
            boolean submit,
            boolean fromLive,
            UnaryOperator<Copy>... edits) {
        Copy text = newsroom.text(story, new Source(language, version));
        Copy before =
                text != null ? text : language.equals(Copies.EN) ? Copies.aReport() : Copies.aTranslation(language);
        return new Command.ReviseCopy(version, Edits.edited(before, edits), submit, fromLive, List.of());
    }

    private static Command published(
            NewsroomInMemory newsroom, StoryId story, Language language, PublicationKind kind, Notice note) {
        return new Command.PublishVersion(
                language, version(newsroom, story, language), digest(newsroom, story, language), kind, note);
    }

    private static @Nullable Edition edition(NewsroomInMemory newsroom, StoryId id, Language language) {
        Story story = newsroom.story(id);
        return story == null ? null : story.edition(language);
    }

    private static Version version(NewsroomInMemory newsroom, StoryId story, Language language) {
        Stamp current = current(newsroom, story, language);
        return current == null ? Version.FIRST : current.version();
    }

    private static Digest digest(NewsroomInMemory newsroom, StoryId story, Language language) {
        Stamp current = current(newsroom, story, language);
        return current == null ? ANOTHER_TEXT : current.digest();
    }
}
