package press.stet.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.draft.Drafts;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.Channel;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.publish.Publications;
import press.stet.review.Reviews;

/** People who send over Kafka, each module's commands as that module, and prove who they are. */
final class People implements AutoCloseable {

    private static final Language EN = Language.of("en");
    private static final String TOOL = "testkit";
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final Registry registry;
    private final TokenIssuer issuer;
    private final Map<Person, Token> tokens = new ConcurrentHashMap<>();
    private final Map<Channel, CommandSender> senders = new EnumMap<>(Channel.class);

    People(Registry registry, Function<Channel, KafkaConnection> kafka, TokenIssuer issuer) {
        this.registry = registry;
        this.issuer = issuer;
        for (Channel channel : Channel.values()) {
            senders.put(
                    channel,
                    CommandSender.open(
                            kafka.apply(channel),
                            new MessageCodec(registry),
                            dispatch -> tokens.computeIfAbsent(dispatch.actor(), this::token)));
        }
    }

    private Token token(Person person) {
        return issuer.issue(person, TOOL, Instant.now(), Duration.ofHours(1));
    }

    /** Files a story in English, and says which stamp it got. */
    Stamp file(StoryId story, String headline) throws InterruptedException {
        Answer.Accepted filed = accepted(new Drafts(sender(Channel.DRAFTS), new Person("reporter"), TOOL, ANSWER)
                .file(story, new Site("main"), copy(headline)));
        return filed.events().stream()
                .map(entry -> entry.event().stamp())
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    /** Takes a story in English all the way to its readers. */
    StoryId publish(String headline) throws InterruptedException {
        StoryId story = Ids.story();
        Stamp stamp = file(story, headline);
        submit(story, stamp);
        approve(story, stamp);
        publish(story, stamp);
        return story;
    }

    Answer.Accepted submit(StoryId story, Stamp stamp) throws InterruptedException {
        return accepted(new Drafts(sender(Channel.DRAFTS), new Person("reporter"), TOOL, ANSWER)
                .submit(story, EN, stamp.version(), null));
    }

    Answer.Accepted approve(StoryId story, Stamp stamp) throws InterruptedException {
        return accepted(new Reviews(sender(Channel.REVIEWS), new Person("editor"), TOOL, ANSWER)
                .approve(story, EN, stamp.version(), stamp.digest(), Check.EDITOR));
    }

    Answer.Accepted publish(StoryId story, Stamp stamp) throws InterruptedException {
        Answer.Accepted out = accepted(new Publications(sender(Channel.PUBLICATIONS), new Person("chief"), TOOL, ANSWER)
                .publish(story, EN, stamp.version(), stamp.digest(), PublicationKind.FIRST, Notice.NONE));
        assertThat(out.events()).anyMatch(entry -> entry.event() instanceof Event.EditionPublished);
        return out;
    }

    private CommandSender sender(Channel channel) {
        return Objects.requireNonNull(senders.get(channel));
    }

    private static Answer.Accepted accepted(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Accepted.class);
        return (Answer.Accepted) answer;
    }

    private static Copy copy(String headline) {
        return new Copy(
                EN,
                headline,
                "",
                List.of("Nora Lind"),
                "Harbour",
                new Section("city"),
                List.of(),
                null,
                List.of(new Block.Paragraph(BlockId.NOT_GIVEN, null, "It rings again.")));
    }

    @Override
    public void close() {
        senders.values().forEach(CommandSender::close);
        registry.close();
    }
}
