package press.stet.newsroom.sample;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.draft.Drafts;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.draft.markdown.MarkdownReader;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Rule;
import press.stet.newsroom.running.Newsroom;
import press.stet.publish.Publications;
import press.stet.review.Reviews;
import press.stet.translation.Translations;

/**
 * Three stories in five languages, in different states: one that readers see in three languages, one that is approved and has a
 * translation in review, one in review with a translation asked for and another in draft. Their ids are always the same, so that
 * they are brought once.
 */
public final class Sample {

    private static final String TOOL = "stet-sample";
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Site SITE = new Site("main");

    private static final StoryId TRAMS = StoryId.of("01990000-0000-7000-8a3c-51f0d27b9e64");
    private static final StoryId ORCHARDS = StoryId.of("01990000-0000-7000-94e7-c08b6a1d35f2");
    private static final StoryId READING_ROOM = StoryId.of("01990000-0000-7000-b16d-7e42f95c80a3");

    private final Drafts drafts;
    private final Translations translations;
    private final Translations requests;
    private final Reviews reviews;
    private final Publications publications;

    private Sample(CommandSender sender) {
        drafts = new Drafts(sender, new Person("reporter"), TOOL, ANSWER);
        translations = new Translations(sender, new Person("translator"), TOOL, ANSWER);
        requests = new Translations(sender, new Person("editor"), TOOL, ANSWER);
        reviews = new Reviews(sender, new Person("editor"), TOOL, ANSWER);
        publications = new Publications(sender, new Person("publisher"), TOOL, ANSWER);
    }

    /**
     * Brings the stories that are not there yet.
     *
     * @return what was brought, or refused by the newsroom's own house rules, a line each
     */
    public static List<String> bringTo(Newsroom newsroom) throws InterruptedException {
        try (Registry registry = Registry.at(newsroom.registry());
                CommandSender sender =
                        CommandSender.open(newsroom.kafka(), new MessageCodec(registry), newsroom.tokens())) {
            Sample sample = new Sample(sender);
            return List.of(
                    told("night-trams", sample::trams),
                    told("higher-orchards", sample::orchards),
                    told("reading-room", sample::readingRoom));
        }
    }

    private void trams() throws InterruptedException {
        publish(TRAMS, submitted(TRAMS, file(TRAMS, "night-trams/en.md"), true), "en");
        for (String language : List.of("ru", "ar")) {
            Stamp delivered = deliver(TRAMS, "night-trams/" + language + ".md");
            publish(TRAMS, submitted(TRAMS, delivered, Language.of(language), true), language);
        }
    }

    private void orchards() throws InterruptedException {
        submitted(ORCHARDS, file(ORCHARDS, "higher-orchards/en.md"), true);
        submitted(ORCHARDS, deliver(ORCHARDS, "higher-orchards/de.md"), Language.of("de"), false);
    }

    private void readingRoom() throws InterruptedException {
        submitted(READING_ROOM, file(READING_ROOM, "reading-room/ru.md"), Language.of("ru"), false);
        stamp(requests.request(READING_ROOM, Language.of("uz"), null, null));
        deliver(READING_ROOM, "reading-room/en.md");
    }

    private Stamp file(StoryId story, String file) throws InterruptedException {
        return brought(drafts.file(story, SITE, read(file).copy()));
    }

    private Stamp deliver(StoryId story, String file) throws InterruptedException {
        MarkdownCopy copy = read(file);
        MarkdownCopy.Translates from = copy.translates();
        return brought(translations.deliver(story, from == null ? null : from.language(), null, null, copy.copy()));
    }

    private Stamp submitted(StoryId story, Stamp stamp, boolean approve) throws InterruptedException {
        return submitted(story, stamp, Language.of("en"), approve);
    }

    private Stamp submitted(StoryId story, Stamp stamp, Language language, boolean approve)
            throws InterruptedException {
        stamp(drafts.submit(story, language, stamp.version(), null));
        if (approve) {
            stamp(reviews.approve(story, language, stamp.version(), stamp.digest(), Check.EDITOR));
        }
        return stamp;
    }

    private void publish(StoryId story, Stamp stamp, String language) throws InterruptedException {
        Version version = stamp.version();
        Digest digest = stamp.digest();
        stamp(publications.publish(story, Language.of(language), version, digest, PublicationKind.FIRST, Notice.NONE));
    }

    private static Stamp brought(Answer answer) {
        Stamp stamp = stamp(answer);
        if (stamp == null) {
            throw new IllegalStateException("new copy gives a new version");
        }
        return stamp;
    }

    private static @Nullable Stamp stamp(Answer answer) {
        return switch (answer) {
            case Answer.Accepted accepted -> {
                for (Entry entry : accepted.events()) {
                    if (entry.event().stamp() != null) {
                        yield entry.event().stamp();
                    }
                }
                yield null;
            }
            case Answer.Refused refused ->
                throw new NotTaken(
                        refused.refused().refusal().rule(),
                        refused.refused().refusal().reason());
            case Answer.Repeated _ -> throw new IllegalStateException("each command has a new id");
        };
    }

    private static String told(String name, Story story) throws InterruptedException {
        try {
            story.bring();
            return "Sample story " + name + " is there.";
        } catch (NotTaken refused) {
            return refused.rule == Rule.STORY_EXISTS
                    ? "Sample story " + name + " was there already."
                    : "Sample story " + name + " was refused by " + refused.rule.key() + ": " + refused.getMessage();
        }
    }

    private static MarkdownCopy read(String file) {
        try (InputStream text = Sample.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is missing from this build");
            }
            return MarkdownReader.read(file, text.readAllBytes());
        } catch (IOException unreadable) {
            throw new IllegalStateException(file + " cannot be read from this build", unreadable);
        }
    }

    private interface Story {
        void bring() throws InterruptedException;
    }

    private static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Rule rule;

        NotTaken(Rule rule, String reason) {
            super(reason);
            this.rule = rule;
        }
    }
}
