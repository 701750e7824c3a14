package press.stet.newsroom.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.newsroom.command.OneNewsroom.json;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.draft.markdown.MarkdownReader;
import press.stet.model.CommandId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import tools.jackson.databind.JsonNode;

/** What could not be ruled on is kept, shown, and sent anew once that is mended, and has its effect once. */
class DeadLettersIT {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static Registry registry;
    private static MessageCodec codec;
    private static KafkaProducer<String, byte[]> producer;

    private final StoryId story = Ids.story();

    @BeforeAll
    static void connect() {
        JsonNode about = json("/newsroom/about");
        registry = Registry.at(URI.create(about.path("registry").asString()));
        codec = new MessageCodec(registry);
        producer = new KafkaProducer<>(
                KafkaConnection.open(about.path("brokers").asString()).settings(),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @AfterAll
    static void disconnect() {
        producer.close();
        registry.close();
    }

    @Test
    void a_command_in_the_wrong_partition_is_shown_and_sent_anew_once() throws Exception {
        displace(filing(Ids.command()));
        String id = letters(1).getFirst();

        stet("ops", "dead-letters").done(id + "  ", "FileStory of " + story.shortId() + " by reporter  not ruled on");
        stet("ops", "dead-letters", "show", id)
                .done("it lies in partition", "\"headline\" : \"Found late\"", "00000000  00 ");
        stet("ops", "dead-letters", "replay", id, "--dry-run").done("FileStory", "1 to be sent anew");
        assertThat(events()).isEmpty();

        stet("ops", "dead-letters", "replay", id).done(": accepted, ", "event 1");
        stet("ops", "dead-letters", "replay", id).done("nothing to be sent anew");
        stet("ops", "dead-letters", "--all").done("accepted since");
        assertThat(letters(0)).isEmpty();
        assertThat(events()).containsExactly("StoryFiled");
    }

    @Test
    void what_comes_later_in_a_story_waits_for_what_came_before() throws Exception {
        put(Topics.DRAFTS, right(), story.toString(), "?".getBytes(UTF_8));
        letters(1);
        displace(filing(Ids.command()));
        List<String> ids = letters(2);

        stet("ops", "dead-letters", "replay", ids.getLast())
                .with(ExitStatus.USAGE)
                .complaining(ids.getFirst() + " of the same story came before", "--leave-earlier");
        stet("ops", "dead-letters", "replay", ids.getFirst(), ids.getLast())
                .with(ExitStatus.FAILED)
                .telling("does not begin with a zero byte", "it waits for " + ids.getFirst() + " of the same story");
        assertThat(events()).isEmpty();

        stet("ops", "dead-letters", "replay", ids.getLast(), "--leave-earlier").done(": accepted, ");
        assertThat(events()).containsExactly("StoryFiled");
    }

    @Test
    void what_is_refused_stops_its_story_until_somebody_has_seen_it() throws Exception {
        displace(new Dispatch(
                Ids.command(),
                story,
                new Person("reporter"),
                "cms",
                new Command.SubmitForReview(Language.of("en"), new Version(1), null)));
        letters(1);
        displace(filing(Ids.command()));
        List<String> ids = letters(2);

        stet("ops", "dead-letters", "replay", ids.getFirst(), ids.getLast())
                .with(ExitStatus.REFUSED)
                .telling(": refused, by ", "it waits for " + ids.getFirst());
        assertThat(letters(1)).containsExactly(ids.getLast());
        stet("ops", "dead-letters", "replay", ids.getLast()).done(": accepted, ");
        assertThat(events()).containsExactly("StoryFiled");
    }

    @Test
    void what_was_sent_before_a_replay_was_broken_off_is_not_sent_again() throws Exception {
        Dispatch filing = filing(Ids.command());
        displace(filing);
        String id = letters(1).getFirst();
        put(Topics.DRAFTS, right(), story.toString(), codec.encodeCommand(filing));
        Awaitility.await().atMost(SOON).until(() -> !events().isEmpty());

        stet("ops", "dead-letters", "replay", id).done("nothing to be sent anew");
        assertThat(events()).containsExactly("StoryFiled");
    }

    @Test
    void a_command_that_is_too_old_by_now_is_sent_under_a_new_id_and_once() throws Exception {
        CommandId old = minted(Instant.now().minus(Duration.ofDays(8)));
        displace(filing(old));
        String id = letters(1).getFirst();

        Told told = stet("ops", "dead-letters", "replay", id).done(": accepted, ");
        assertThat(told.out()).doesNotContain(old.toString());
        stet("ops", "dead-letters", "replay", id).done("nothing to be sent anew");
        assertThat(events()).containsExactly("StoryFiled");
    }

    @Test
    void one_that_comes_back_keeps_its_place_and_says_so() throws Exception {
        byte[] value = codec.encodeCommand(filing(Ids.command()));
        put(Topics.DRAFTS, wrong(), story.toString(), value);
        String id = letters(1).getFirst();

        back(id, value, "the rules stumbled over it");
        back(id, "forged".getBytes(UTF_8), "forged");

        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(letters(2)).contains(id);
            stet("ops", "dead-letters").done("the rules stumbled over it (sent anew in vain, 1 times)", "forged");
        });
    }

    @Test
    void what_is_no_dead_letter_is_said() {
        stet("ops", "dead-letters", "show", "0/999999").with(ExitStatus.FAILED).complaining("no dead letter 0/999999");
        stet("ops", "dead-letters", "show", "first").with(ExitStatus.USAGE).complaining("partition/offset");
    }

    private Dispatch filing(CommandId id) {
        MarkdownCopy draft = MarkdownReader.read(
                "late.md", "---\nlanguage: en\nheadline: Found late\n---\n\nIt was there.\n".getBytes(UTF_8));
        return new Dispatch(
                id, story, new Person("reporter"), "cms", new Command.FileStory(new Site("main"), draft.copy()));
    }

    private void displace(Dispatch dispatch) throws Exception {
        put(Topics.of(dispatch.command().channel()), wrong(), story.toString(), codec.encodeCommand(dispatch));
    }

    /** As the workflow writes one that was sent anew. */
    private void back(String id, byte[] value, String reason) throws Exception {
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(Topics.DEAD_LETTERS.name(), wrong(), story.toString(), value);
        LetterHeaders.put(letter.headers(), LetterHeaders.TOPIC, Topics.DRAFTS.name());
        LetterHeaders.put(letter.headers(), LetterHeaders.PARTITION, "0");
        LetterHeaders.put(letter.headers(), LetterHeaders.OFFSET, "0");
        LetterHeaders.put(letter.headers(), LetterHeaders.REASON, reason);
        LetterHeaders.put(letter.headers(), LetterHeaders.REPLAY_OF, Topics.DEAD_LETTERS + "/" + id);
        producer.send(letter).get();
    }

    private static void put(Topic topic, int partition, String key, byte[] value) throws Exception {
        producer.send(new ProducerRecord<>(topic.name(), partition, key, value)).get();
    }

    private int right() {
        return Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE);
    }

    private int wrong() {
        return (right() + 1) % Topics.PARTITIONS_OF_ONE_MACHINE;
    }

    /** The story's dead letters that are not ruled on, as they came in, once they are so many. */
    private List<String> letters(int count) {
        return Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> stet("ops", "dead-letters", "--json")
                                .done()
                                .json()
                                .path("deadLetters")
                                .valueStream()
                                .filter(letter ->
                                        letter.path("story").asString().equals(story.toString()))
                                .map(letter -> letter.path("id").asString())
                                .toList(),
                        letters -> letters.size() == count);
    }

    private List<String> events() {
        return Optional.of(json("/newsroom/stories/" + story + "/history"))
                .map(history -> history.path("events")
                        .valueStream()
                        .map(event -> event.path("event").asString())
                        .toList())
                .orElseThrow();
    }

    private static CommandId minted(Instant at) {
        UUID random = UUID.randomUUID();
        return new CommandId(new UUID(
                at.toEpochMilli() << 16 | 0x7000L | (random.getMostSignificantBits() & 0xFFFL),
                random.getLeastSignificantBits()));
    }
}
