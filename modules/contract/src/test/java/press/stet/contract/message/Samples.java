package press.stet.contract.message;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Channel;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Deadlines;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Issuer;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.house.Sentences;
import press.stet.model.house.Staff;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Violation;

/**
 * What the approved samples say. Their bytes are never written again: where the model has grown, a sample here says what its
 * old bytes mean now. Digests stand here as they were taken and are not taken anew, since they may be in another form today.
 */
public final class Samples {

    static final Language EN = Language.of("en");
    static final Language AR = Language.of("ar");
    public static final StoryId STORY = StoryId.of("01937d5e-7c00-7abc-8def-0123456789ab");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00.250Z");
    static final Person MIRA = new Person("mira");
    static final Site SITE = new Site("world");
    static final Notice NOTICE = new Notice(
            List.of(new Notice.Worded(EN, "The bridge is in Mostar."), new Notice.Worded(AR, "الجسر في موستار.")),
            "Corrected.");

    /** All that there were when the samples were written. */
    private static final Set<Right> RIGHTS = EnumSet.of(
            Right.FILE,
            Right.REVISE,
            Right.REVISE_TRANSLATION,
            Right.SUBMIT,
            Right.SUBMIT_TRANSLATION,
            Right.RECALL,
            Right.RECALL_TRANSLATION,
            Right.REQUEST_CHANGES,
            Right.REQUEST_TRANSLATION,
            Right.DELIVER,
            Right.PUBLISH,
            Right.MINOR,
            Right.CORRECT,
            Right.WITHDRAW,
            Right.KILL);

    private Samples() {}

    static Copy original() {
        return new Copy(
                EN,
                "A bridge opens",
                "After *nine* years",
                List.of("Mira Novak", "O. Ivanov"),
                "MOSTAR",
                new Section("world"),
                List.of("bridges", "rivers"),
                new Slug("a-bridge-opens"),
                List.of(
                        new Block.Paragraph(new BlockId("v1-1"), null, "It took **nine** years."),
                        new Block.Subheading(new BlockId("v1-2"), null, "The river"),
                        new Block.Quote(new BlockId("v1-3"), null, "We crossed.\n\nWe came back.", "A. Marić"),
                        new Block.Photo(
                                new BlockId("v1-4"),
                                null,
                                URI.create("https://pictures.example/bridge.jpg"),
                                "A stone bridge over green water",
                                "The bridge at noon",
                                "M. Novak"),
                        new Block.Points(new BlockId("v1-5"), null, true, List.of("one arch", "two towers")),
                        new Block.Embed(
                                new BlockId("v1-6"), null, URI.create("https://films.example/7"), "Film of the day")));
    }

    static Copy translation() {
        return new Copy(
                AR,
                "افتتاح الجسر",
                "",
                List.of(),
                "",
                null,
                List.of(),
                null,
                List.of(
                        new Block.Paragraph(
                                new BlockId("v1-1"),
                                List.of(new BlockId("v1-1"), new BlockId("v1-2")),
                                "استغرق تسع سنوات."),
                        new Block.Paragraph(new BlockId("v1-2"), List.of(), "موستار مدينة في البوسنة والهرسك."),
                        new Block.Photo(
                                new BlockId("v1-3"), List.of(new BlockId("v1-4")), null, "جسر حجري", "الجسر ظهرًا", ""),
                        new Block.Paragraph(new BlockId("v1-4"), null, "🌉")));
    }

    static Stamp stamp() {
        return new Stamp(
                Version.FIRST,
                digest(),
                null,
                null,
                new Section("world"),
                List.of(
                        mark("headline", "6fe515f394ce8ced049ec97cb8548f82", null),
                        mark("standfirst", "db4bcd19768440620a58531359a2e869", null),
                        mark("v1-1", "17b2c98bd02ea2b17813507155ee5d10", null),
                        mark("v1-2", "d7cb3d98f6e61570642c61525c053cd6", null),
                        mark("v1-3", "c1a4fc703ea8350d190f111f9bc19cc8", null),
                        mark("v1-4", "ff5188ab6900f996ebd834412440d628", null),
                        mark("v1-5", "2c63b79937cca68a596f359a423be5c4", null),
                        mark("v1-6", "8e3457e44388ee4dc27dad7c3afdea2e", null)));
    }

    static Stamp translated() {
        return new Stamp(
                new Version(2),
                digestOfTranslation(),
                Version.FIRST,
                new Source(EN, Version.FIRST),
                null,
                List.of(
                        mark("headline", "243a8e31e8d1c7dcd33a915b75d552d4", List.of(BlockId.HEADLINE)),
                        mark(
                                "v1-1",
                                "e6aed36f761b0173a2f72ccc735d5fcf",
                                List.of(new BlockId("v1-1"), new BlockId("v1-2"))),
                        mark("v1-2", "fcc648736182f0f93fe6cefed584d31d", List.of()),
                        mark("v1-3", "03832ee8895d4725d2568cb5256064f3", List.of(new BlockId("v1-4"))),
                        mark("v1-4", "aea91cf90034abcdeeb9786eaa8792e0", null)));
    }

    private static BlockMark mark(String id, String digest, @Nullable List<BlockId> renders) {
        return new BlockMark(new BlockId(id), new Digest("b1:" + digest), renders);
    }

    static Digest digest() {
        return new Digest("c1:6d38c7cc10d9a6caddcce8952b87b480bf13b13593caadfde9821014d45729dd");
    }

    static Digest digestOfTranslation() {
        return new Digest("c1:d6c664ac9fabb31ba9abe5edb403530d23fee5f86184df3605b0859b27aa6783");
    }

    static List<Command> commands() {
        return List.of(
                new Command.FileStory(SITE, original()),
                new Command.ReviseCopy(Version.FIRST, original(), true, false, List.of()),
                new Command.SubmitForReview(EN, Version.FIRST, null),
                new Command.RecallFromReview(EN, Version.FIRST),
                new Command.ApproveVersion(EN, Version.FIRST, digest(), Check.EDITOR),
                new Command.RequestChanges(EN, Version.FIRST, new Check("legal"), "Who says so?", List.of()),
                new Command.RequestTranslation(AR, EN, new Version(3)),
                new Command.DeliverTranslation(EN, Version.FIRST, new Version(4), translation()),
                new Command.PublishVersion(EN, Version.FIRST, digest(), PublicationKind.CORRECTION, NOTICE),
                new Command.WithdrawEdition(EN, 2, NOTICE),
                new Command.KillStory(Notice.NONE),
                new Command.FileEdition(translation()),
                new Command.DiscardDraft(AR, new Version(2)),
                new Command.SpikeStory("Nothing came of it."),
                new Command.RestoreStory(),
                new Command.HoldStory("The lawyers read it."),
                new Command.ResumeStory(),
                new Command.AssignStory(MIRA, NOON),
                new Command.CancelTranslation(AR),
                new Command.SetEmbargo(NOON),
                new Command.LiftEmbargo(),
                new Command.ResendEdition(EN),
                new Command.AssignTranslation(AR, MIRA, NOON),
                new Command.ConfirmTranslation(AR, new Version(2)),
                new Command.SchedulePublication(
                        EN, Version.FIRST, digest(), NOON, ZoneId.of("Asia/Almaty"), PublicationKind.FIRST, NOTICE),
                new Command.CancelSchedule(EN),
                new Command.TakeUpDraft(EN, new Version(2)),
                new Command.ClaimReview(EN, Check.EDITOR, null, MIRA),
                new Command.AddNote(EN, Version.FIRST, new Command.Remark(new BlockId("v1-2"), "Who says so?"), true),
                new Command.AnswerNote(EN, 1, "The minister."),
                new Command.ResolveNote(EN, 1),
                new Command.WaiveCheck(EN, Version.FIRST, digest(), new Check("legal"), "It is four in the morning."),
                new Command.ReviseCopy(Version.FIRST, original(), false, true, List.of(BlockId.HEADLINE)),
                new Command.SubmitForReview(EN, Version.FIRST, NOON),
                new Command.RequestChanges(
                        EN,
                        Version.FIRST,
                        Check.EDITOR,
                        "Who says so?",
                        List.of(new Command.Remark(null, "Flat."), new Command.Remark(BlockId.HEADLINE, "Long."))));
    }

    static Dispatch dispatch(Command command) {
        return new Dispatch(
                CommandId.of("01937d5e-7c01-7123-9abc-0123456789ab"), STORY, MIRA, "stet/0.1 (desk)", command);
    }

    /** In an order that a story might have had, so that they make one chain. */
    static List<Event> events() {
        return List.of(
                new Event.StoryFiled(SITE, EN, stamp()),
                new Event.SubmittedForReview(
                        EN,
                        Version.FIRST,
                        digest(),
                        List.of(new RequiredCheck(Check.EDITOR, 2), new RequiredCheck(new Check("legal"), 1)),
                        null,
                        null),
                new Event.RecalledFromReview(EN, Version.FIRST),
                new Event.ChangesRequested(EN, Version.FIRST, Check.EDITOR, "Who says so?"),
                new Event.CopyRevised(EN, stamp(), List.of()),
                new Event.ApprovalsVoided(EN, Version.FIRST),
                new Event.VersionApproved(EN, Version.FIRST, digest(), Check.EDITOR),
                new Event.ReviewCompleted(EN, Version.FIRST, digest()),
                new Event.TranslationRequested(AR, new Source(EN, Version.FIRST)),
                new Event.TranslationDelivered(AR, translated(), List.of(new BlockId("v1-4"))),
                new Event.TranslationCancelled(AR),
                new Event.EditionPublished(EN, Version.FIRST, digest(), 1, PublicationKind.FIRST, Notice.NONE),
                new Event.EditionWithdrawn(EN, 2, NOTICE),
                new Event.StoryKilled(NOTICE),
                new Event.EditionKilled(EN, 3),
                new Event.EditionFiled(EN, stamp()),
                new Event.DraftDiscarded(EN, Version.FIRST),
                new Event.StorySpiked("Nothing came of it."),
                new Event.StoryRestored(),
                new Event.StoryHeld("The lawyers read it."),
                new Event.StoryResumed(),
                new Event.StoryAssigned(MIRA, NOON),
                new Event.EmbargoSet(null),
                new Event.EmbargoLifted(),
                new Event.EditionResent(EN, 1),
                new Event.TranslationAssigned(AR, MIRA, NOON, null),
                new Event.TranslationStale(
                        AR, new Source(EN, new Version(2)), List.of(BlockId.HEADLINE), List.of(new BlockId("v1-1"))),
                new Event.TranslationConfirmed(AR, new Source(EN, new Version(2))),
                new Event.FactsTaken(AR, 2),
                new Event.PublicationScheduled(
                        EN,
                        Version.FIRST,
                        digest(),
                        NOON,
                        ZoneId.of("Asia/Almaty"),
                        PublicationKind.FIRST,
                        NOTICE,
                        false),
                new Event.ScheduleCancelled(EN),
                new Event.ScheduleVoided(EN, "new copy has come"),
                new Event.ScheduleFired(EN),
                new Event.ScheduleRefused(EN, "held", "The lawyers read it."),
                new Event.ReadersTold(AR, 3, true),
                new Event.WorkSetAside(EN, Version.FIRST),
                new Event.WorkTakenUp(EN, Version.FIRST),
                new Event.ReviewClaimed(EN, Check.EDITOR, MIRA),
                new Event.ReviewReleased(EN, Check.EDITOR, MIRA),
                new Event.NoteAdded(EN, 1, Version.FIRST, new BlockId("v1-2"), "Who says so?", true),
                new Event.NoteAnswered(EN, 1, "The minister."),
                new Event.NoteResolved(EN, 1),
                new Event.CheckWaived(EN, Version.FIRST, digest(), new Check("legal"), "It is four in the morning."),
                new Event.ReviewOwed(EN, Version.FIRST, digest(), List.of(new RequiredCheck(new Check("legal"), 1))),
                new Event.ReviewDueSoon(EN, Version.FIRST, NOON),
                new Event.ReviewOverdue(EN, Version.FIRST, NOON),
                new Event.TranslationDueSoon(AR, NOON),
                new Event.TranslationOverdue(AR, NOON),
                new Event.CopyRevised(EN, stamp(), List.of(BlockId.HEADLINE)),
                new Event.SubmittedForReview(
                        EN,
                        Version.FIRST,
                        digest(),
                        List.of(new RequiredCheck(Check.EDITOR, 1)),
                        NOON,
                        NOON.minusSeconds(60)),
                new Event.TranslationAssigned(AR, MIRA, NOON, NOON.minusSeconds(60)),
                new Event.TranslationRequested(AR, new Source(EN, Version.FIRST), NOON, NOON.minusSeconds(60)));
    }

    /** {@link #events} as one history, one ruling each, not sealed yet. */
    public static List<Entry> history() {
        List<Entry> history = new ArrayList<>();
        for (Event event : events()) {
            long sequence = history.size() + 1L;
            history.add(new Entry(
                    STORY,
                    sequence,
                    CommandId.of("01937d5e-7c01-7123-9abc-0123456789ab"),
                    MIRA,
                    "stet/0.1 (desk)",
                    NOON.plusMillis(sequence),
                    3,
                    4,
                    0,
                    1,
                    event));
        }
        return history;
    }

    public static Origin origin() {
        return new Origin("stet.drafts", 3, 1287);
    }

    static List<FiledCopy> copies() {
        return List.of(
                new FiledCopy(STORY, Version.FIRST, 1, MIRA, NOON, null, null, digest(), original()),
                new FiledCopy(
                        STORY,
                        new Version(2),
                        9,
                        MIRA,
                        NOON,
                        Version.FIRST,
                        new Source(EN, Version.FIRST),
                        digestOfTranslation(),
                        translation()));
    }

    static List<Snapshot> snapshots() {
        return List.of(
                new Snapshot.Live(
                        STORY,
                        EN,
                        SITE,
                        12,
                        1,
                        NOON,
                        EN,
                        Version.FIRST,
                        digest(),
                        "World",
                        original(),
                        NOON.minusSeconds(60),
                        NOON,
                        List.of(new Correction(NOON, "The bridge is in Mostar.")),
                        null,
                        null),
                new Snapshot.Live(
                        STORY,
                        AR,
                        SITE,
                        16,
                        1,
                        NOON,
                        EN,
                        new Version(2),
                        digest(),
                        "العالم",
                        translation(),
                        NOON,
                        NOON,
                        List.of(),
                        NOON.minusSeconds(30),
                        "تغيّر الأصل."),
                new Snapshot.Withdrawn(STORY, EN, SITE, 13, 2, NOON, "This story has been withdrawn."),
                new Snapshot.Killed(STORY, EN, SITE, 15, 3, NOON, "This story has been recalled."));
    }

    static List<LoggedRefusal> refusals() {
        Refusal incomplete = new Refusal(
                Rule.COMPLETE_COPY,
                "Readers must have a caption and a section",
                List.of(
                        new Violation(new BlockId("v1-4"), "The photo has no caption"),
                        new Violation(BlockId.NOT_GIVEN, "There is no section")));
        Refusal repeated = new Refusal(Rule.REPEATED, "Sent before", List.of());
        return List.of(
                refused(new Command.SubmitForReview(EN, Version.FIRST, null), Channel.DRAFTS, incomplete, null),
                refused(new Command.KillStory(NOTICE), Channel.PUBLICATIONS, repeated, new Outcome.Accepted(14, 2)),
                refused(
                        new Command.RecallFromReview(EN, Version.FIRST),
                        Channel.REVIEWS,
                        repeated,
                        new Outcome.Refused(Rule.WRONG_TOPIC)));
    }

    private static LoggedRefusal refused(Command command, Channel channel, Refusal refusal, @Nullable Outcome first) {
        return new LoggedRefusal(new RefusedCommand(dispatch(command), channel, NOON, refusal, first, 3, 4), origin());
    }

    static HouseRules houseRules() {
        return new HouseRules(
                SITE,
                3,
                "The World",
                Set.of(EN, AR),
                Map.of(
                        new Section("world"), Map.of(EN, "World", AR, "العالم"),
                        new Section("sport"), Map.of()),
                List.of(
                        new CheckRule(new RequiredCheck(Check.EDITOR, 2), CheckRule.Of.ORIGINALS, Set.of(), Set.of()),
                        new CheckRule(
                                new RequiredCheck(new Check("legal"), 1),
                                CheckRule.Of.EVERY_EDITION,
                                Set.of(new Section("world")),
                                Set.of(EN)),
                        new CheckRule(
                                new RequiredCheck(new Check("facts"), 1),
                                CheckRule.Of.TRANSLATIONS,
                                Set.of(),
                                Set.of(AR))),
                true,
                false,
                true,
                List.of(),
                Deadlines.NONE,
                new Sentences(NOTICE, Notice.of("Withdrawn."), Notice.NONE, Sentences.PLAIN.stale()));
    }

    static HouseRules houseRulesOnTranslations() {
        return new HouseRules(
                SITE,
                4,
                "The World",
                Set.of(),
                Map.of(),
                List.of(),
                true,
                false,
                true,
                List.of(
                        new TranslationRule(
                                Set.of(new Section("world")),
                                Set.of(AR, EN),
                                Duration.ofHours(8),
                                WhileStale.NOTICE,
                                true,
                                null),
                        new TranslationRule(
                                Set.of(new Section("sport")),
                                Set.of(),
                                null,
                                WhileStale.WITHDRAW,
                                false,
                                Duration.ofHours(6)),
                        TranslationRule.NONE),
                Deadlines.NONE,
                new Sentences(NOTICE, Notice.NONE, Notice.NONE, NOTICE));
    }

    /** With what house rules came to say after the first of them were written. */
    static HouseRules houseRulesOfToday() {
        HouseRules rules = houseRules();
        return new HouseRules(
                rules.site(),
                rules.version(),
                rules.title(),
                rules.languages(),
                rules.sections(),
                rules.checks(),
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                rules.translateFromLive(),
                rules.translations(),
                new Deadlines(Duration.ofHours(2), Duration.ofMinutes(30)),
                rules.sentences());
    }

    static Staff staff() {
        Role chief = new Role("chief", RIGHTS, Set.of(Check.EDITOR, new Check("legal")));
        Role translator = new Role("translator", Set.of(Right.DELIVER), Set.of());
        return new Staff(
                4,
                Map.of(
                        MIRA,
                        List.of(new Grant(chief, Set.of(), Set.of())),
                        new Person("ليلى"),
                        List.of(
                                new Grant(translator, Set.of(new Section("world")), Set.of(AR)),
                                new Grant(translator, Set.of(), Set.of(EN)))),
                List.of());
    }

    static Staff staffWithIssuers() {
        return new Staff(
                5,
                staff().members(),
                List.of(
                        new Issuer(
                                "stet",
                                "stet",
                                Issuer.SUBJECT,
                                List.of(
                                        new Issuer.Key("2026-03", "{\"kty\":\"EC\",\"kid\":\"2026-03\"}"),
                                        new Issuer.Key("2026-09", "{\"kty\":\"EC\",\"kid\":\"2026-09\"}"))),
                        new Issuer(
                                "https://login.example/realms/news",
                                "newsroom",
                                "preferred_username",
                                List.of(new Issuer.Key("k1", "{\"kty\":\"RSA\"}")))));
    }
}
