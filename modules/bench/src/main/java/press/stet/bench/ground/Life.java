package press.stet.bench.ground;

import static press.stet.bench.ground.Writer.ENGLISH;
import static press.stet.bench.ground.Writer.GERMAN;
import static press.stet.bench.ground.Writer.RUSSIAN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.command.PublicationKind;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Ruling;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.rules.NewsroomInMemory;

/**
 * What happens to one story, command by command, as a newsroom sends them, each decided on what those before it lead to. None of them
 * names the story, so that as many stories as are wanted can live it.
 */
public final class Life {

    static final String TOOL = "bench/1";

    private static final int REVISIONS = 2;
    private static final int REVISIONS_WHILE_HOT = 60;

    private final List<Step> steps = new ArrayList<>();
    private final List<Arrival> arrivals = new ArrayList<>();
    private final NewsroomInMemory newsroom = new NewsroomInMemory();
    private final StoryId story = Ids.story();
    private final Writer writer;

    /** One command, and who sends it. */
    public record Step(Person actor, Command command) {

        /** The command about this story, under an id of its own. */
        public Dispatch of(StoryId story) {
            return new Dispatch(Ids.command(), story, actor, TOOL, command);
        }

        /**
         * Sends it, and waits for its outcome.
         *
         * @throws IllegalStateException if it is not accepted
         */
        public void send(CommandSender sender, StoryId story, Duration patience) throws InterruptedException {
            Answer answer = sender.send(of(story), patience);
            if (!(answer instanceof Answer.Accepted)) {
                throw new IllegalStateException("a command of the bench was not accepted: " + answer);
            }
        }
    }

    private Life(Writer writer) {
        this.writer = writer;
    }

    /** Filed, revised twice, reviewed, published, translated twice, and corrected: what most stories go through. */
    static Life ordinary(Writer writer) {
        return new Life(writer).lived(REVISIONS);
    }

    /** The same, but that the original is written anew many times: the story of the day. */
    static Life hot(Writer writer) {
        return new Life(writer).lived(REVISIONS_WHILE_HOT);
    }

    /** Lives of a newsroom's day, the same for the same seed: of so many ordinary ones each has other words. */
    public static List<Life> ordinary(long seed, int count) {
        Writer writer = new Writer(seed);
        return IntStream.range(0, count).mapToObj(_ -> ordinary(writer)).toList();
    }

    /** Filed, submitted, approved and published, and no more. */
    public static Life filedAndPublished(long seed) {
        Life life = new Life(new Writer(seed));
        life.file();
        life.published(ENGLISH, PublicationKind.FIRST, TheHouse.REPORTER);
        return life;
    }

    /** The same, and then in German: it begins with the steps of {@link #filedAndPublished} of the same seed. */
    public static Life publishedAndTranslated(long seed) {
        Life life = filedAndPublished(seed);
        life.translated(GERMAN);
        life.published(GERMAN, PublicationKind.FIRST, TheHouse.TRANSLATOR);
        return life;
    }

    /** Filed, and no more: the first step alone. */
    public static List<Life> filed(long seed, int count) {
        Writer writer = new Writer(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> new Life(writer).filedAlone())
                .toList();
    }

    /** Filed, submitted, approved, published, and translated on request: a life in six steps. */
    public static List<Life> inSixSteps(long seed, int count) {
        Writer writer = new Writer(seed);
        return IntStream.range(0, count)
                .mapToObj(_ -> new Life(writer).livedInSixSteps())
                .toList();
    }

    /** Its commands, in their order. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** The same as they came in to the newsroom in which this life was found out, for the rules alone. */
    public List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    private Life filedAlone() {
        file();
        return this;
    }

    private Life livedInSixSteps() {
        file();
        published(ENGLISH, PublicationKind.FIRST, TheHouse.REPORTER);
        translated(GERMAN);
        return this;
    }

    private void translated(Language into) {
        send(TheHouse.EDITOR, new Command.RequestTranslation(into, null, null));
        send(TheHouse.TRANSLATOR, new Command.DeliverTranslation(null, null, null, writer.translation(into)));
    }

    private Life lived(int revisions) {
        file();
        for (int at = 0; at < revisions; at++) {
            revise(false);
        }
        published(ENGLISH, PublicationKind.FIRST, TheHouse.REPORTER);
        for (Language into : List.of(GERMAN, RUSSIAN)) {
            send(TheHouse.EDITOR, new Command.RequestTranslation(into, null, null));
        }
        for (Language into : List.of(GERMAN, RUSSIAN)) {
            send(TheHouse.TRANSLATOR, new Command.DeliverTranslation(null, null, null, writer.translation(into)));
            published(into, PublicationKind.FIRST, TheHouse.TRANSLATOR);
        }
        revise(true);
        published(ENGLISH, PublicationKind.CORRECTION, TheHouse.REPORTER);
        return this;
    }

    private void file() {
        send(TheHouse.REPORTER, new Command.FileStory(TheHouse.SITE, writer.original()));
    }

    private void revise(boolean fromLive) {
        FiledCopy newest = inHand(ENGLISH);
        send(
                TheHouse.REPORTER,
                new Command.ReviseCopy(newest.version(), writer.revised(newest.copy()), false, fromLive, List.of()));
    }

    private void published(Language language, PublicationKind kind, Person by) {
        FiledCopy newest = inHand(language);
        send(by, new Command.SubmitForReview(language, newest.version(), null));
        send(TheHouse.EDITOR, new Command.ApproveVersion(language, newest.version(), newest.digest(), Check.EDITOR));
        send(
                TheHouse.PUBLISHER,
                new Command.PublishVersion(
                        language,
                        newest.version(),
                        newest.digest(),
                        kind,
                        kind == PublicationKind.CORRECTION
                                ? Notice.of("An earlier version gave a wrong number.")
                                : Notice.NONE));
    }

    private void send(Person actor, Command command) {
        Step step = new Step(actor, command);
        Arrival arrival = new Arrival(step.of(story), command.channel(), Instant.now(), new Proof.TheirWord());
        if (newsroom.receive(arrival) instanceof Ruling.Refused refused) {
            throw new IllegalStateException("a life that cannot be lived: " + refused.refused());
        }
        steps.add(step);
        arrivals.add(arrival);
    }

    /** The newest version of an edition. */
    private FiledCopy inHand(Language language) {
        return newsroom.log().texts().stream()
                .filter(text -> text.copy().language().equals(language))
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
