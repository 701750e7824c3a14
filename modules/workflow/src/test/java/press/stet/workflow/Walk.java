package press.stet.workflow;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/** Commands that somebody might send next, most of them in turn, some not. The same seed gives the same walk. */
public final class Walk {

    private static final List<Language> LANGUAGES = List.of(TestHouse.EN, TestHouse.RU, TestHouse.AR);
    private static final List<Person> PEOPLE =
            List.of(TestHouse.ANNA, TestHouse.BORIS, TestHouse.ANNA, TestHouse.BORIS, TestHouse.GUEST);

    private static final List<PublicationKind> REPUBLISHED =
            List.of(PublicationKind.UPDATE, PublicationKind.CORRECTION, PublicationKind.MINOR);

    private final Random random;
    private final StoryId story;
    private int serial;

    public Walk(long seed) {
        this.random = new Random(seed);
        this.story = TestDesk.storyAt(TestDesk.MORNING, 1 + random.nextInt(1_000_000));
    }

    public StoryId story() {
        return story;
    }

    /** The time of the step that {@link #next} gave last. */
    public Instant now() {
        return TestDesk.MORNING.plusSeconds(serial);
    }

    public Dispatch next(@Nullable Story at) {
        serial++;
        Command command = at == null ? new Command.FileStory(TestHouse.SITE, copy(TestHouse.EN)) : command(at);
        return TestDesk.dispatch(TestDesk.commandAt(now(), serial), story, pick(PEOPLE), command);
    }

    private Command command(Story at) {
        Language language = pick(LANGUAGES);
        Edition edition = at.edition(language);
        Stamp stamp = edition == null ? null : edition.current();
        if (edition == null || stamp == null) {
            return random.nextInt(3) == 0
                    ? new Command.RequestTranslation(language, null, null)
                    : new Command.DeliverTranslation(null, null, null, copy(language));
        }
        return random.nextInt(5) < 3 ? inTurn(edition, stamp) : whatever(edition, stamp);
    }

    private Command inTurn(Edition edition, Stamp stamp) {
        Language language = edition.language();
        return switch (edition.working()) {
            case Working.None _ ->
                switch (edition.live()) {
                    case Live.Published published ->
                        random.nextBoolean()
                                ? new Command.ReviseCopy(stamp.version(), copy(language), true, false, List.of())
                                : new Command.WithdrawEdition(language, published.number(), notice());
                    case Live.Withdrawn _, Live.Killed _, Live.Unpublished _ ->
                        new Command.SubmitForReview(language, stamp.version(), null);
                };
            case Working.Draft _ -> new Command.SubmitForReview(language, stamp.version(), null);
            case Working.Spiked _ -> new Command.RestoreStory();
            case Working.Scheduled _ -> new Command.CancelSchedule(language);
            case Working.Approved _
            when random.nextInt(3) == 0 ->
                new Command.SchedulePublication(
                        language,
                        stamp.version(),
                        stamp.digest(),
                        now().plusSeconds(3600),
                        ZoneId.of("Asia/Almaty"),
                        edition.live() instanceof Live.Published ? pick(REPUBLISHED) : PublicationKind.FIRST,
                        notice());
            case Working.InReview _ ->
                new Command.ApproveVersion(language, stamp.version(), stamp.digest(), Check.EDITOR);
            case Working.Approved _ ->
                new Command.PublishVersion(
                        language,
                        stamp.version(),
                        stamp.digest(),
                        edition.live() instanceof Live.Published ? pick(REPUBLISHED) : PublicationKind.FIRST,
                        notice());
        };
    }

    private Command whatever(Edition edition, Stamp stamp) {
        Language language = edition.language();
        Version version = random.nextInt(6) == 0 ? new Version(1 + random.nextInt(3)) : stamp.version();
        Digest digest = random.nextInt(6) == 0 ? new Digest("c1:" + "0".repeat(64)) : stamp.digest();
        return switch (random.nextInt(21)) {
            case 0 -> new Command.FileStory(TestHouse.SITE, copy(language));
            case 1, 2, 3 ->
                new Command.ReviseCopy(version, copy(language), random.nextBoolean(), random.nextBoolean(), List.of());
            case 4, 5 -> new Command.SubmitForReview(language, version, null);
            case 6, 7 -> new Command.RecallFromReview(language, version);
            case 8, 9 -> new Command.ApproveVersion(language, version, digest, Check.EDITOR);
            case 10, 11 -> new Command.RequestChanges(language, version, Check.EDITOR, "Say who", List.of());
            case 12 -> new Command.RequestTranslation(language, null, null);
            case 13, 14, 15 -> new Command.DeliverTranslation(null, null, version, copy(language));
            case 16, 17 ->
                new Command.PublishVersion(
                        language, version, digest, pick(List.of(PublicationKind.values())), notice());
            case 18 -> new Command.WithdrawEdition(language, edition.live().number(), notice());
            case 19 -> steering();
            default ->
                random.nextInt(3) == 0
                        ? new Command.KillStory(notice())
                        : new Command.RequestTranslation(language, language, version);
        };
    }

    private Command steering() {
        return switch (random.nextInt(7)) {
            case 0 -> new Command.SpikeStory("Nothing came of it");
            case 1 -> new Command.HoldStory("We ask again");
            case 2 -> new Command.ResumeStory();
            case 3 -> new Command.SetEmbargo(random.nextBoolean() ? null : now().plusSeconds(60));
            case 4 -> new Command.LiftEmbargo();
            case 5 -> new Command.AssignStory(pick(PEOPLE), random.nextBoolean() ? null : now());
            default -> new Command.RestoreStory();
        };
    }

    private Notice notice() {
        return switch (random.nextInt(3)) {
            case 0 -> Notice.NONE;
            case 1 -> Notice.of("We had it wrong");
            default -> new Notice(List.of(new Notice.Worded(TestHouse.RU, "Мы ошиблись")), "We had it wrong");
        };
    }

    private Copy copy(Language language) {
        List<Block> body = new ArrayList<>();
        for (int left = random.nextInt(6); left > 0; left--) {
            body.add(block("b" + left));
        }
        return new Copy(
                language,
                "Headline " + random.nextInt(100),
                random.nextBoolean() ? "" : "Standfirst",
                random.nextBoolean() ? List.of() : List.of("One", "Two"),
                random.nextBoolean() ? "" : "HAMBURG",
                language.equals(TestHouse.EN) || random.nextBoolean() ? new Section("harbour") : null,
                random.nextBoolean() ? List.of() : List.of("ships"),
                random.nextBoolean() ? null : new Slug("ships-at-dawn"),
                body);
    }

    private Block block(String name) {
        BlockId id = random.nextBoolean() ? BlockId.NOT_GIVEN : new BlockId(name);
        List<BlockId> renders = switch (random.nextInt(3)) {
            case 0 -> null;
            case 1 -> List.of();
            default -> List.of(BlockId.HEADLINE, new BlockId("b1"));
        };
        String text = "Words " + random.nextInt(50);
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Paragraph(id, renders, text);
            case 1 -> new Block.Subheading(id, renders, text);
            case 2 -> new Block.Quote(id, renders, text, "A sailor");
            case 3 -> new Block.Photo(id, renders, URI.create("https://p.example/" + name), "Ships", text, "J. Doe");
            case 4 -> new Block.Points(id, renders, random.nextBoolean(), List.of(text, "more"));
            default -> new Block.Embed(id, renders, URI.create("https://films.example/" + name), text);
        };
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
