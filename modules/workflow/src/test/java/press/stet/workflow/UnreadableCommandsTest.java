package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static press.stet.workflow.TestDesk.copy;
import static press.stet.workflow.TestHouse.ANNA;
import static press.stet.workflow.TestHouse.EN;
import static press.stet.workflow.TestHouse.SITE;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.ruling.Rule;

class UnreadableCommandsTest {

    private final TestNewsroom newsroom = TestNewsroom.open();

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void poison_is_a_dead_letter_as_it_came_and_says_where_it_stood_and_why() {
        newsroom.send(newsroom.newStory(), new Command.FileStory(SITE, copy(EN, "Before")));
        byte[] poison = "no command at all".getBytes(UTF_8);
        newsroom.put(
                Topics.DRAFTS, "some key", poison, new RecordHeaders().add("their-header", "theirs".getBytes(UTF_8)));
        newsroom.send(newsroom.newStory(), new Command.FileStory(SITE, copy(EN, "After")));

        TestRecord<byte[], byte[]> letter = deadLetter();
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(new String(letter.key(), UTF_8)).isEqualTo("some key");
        assertThat(header(letter, "their-header")).isEqualTo("theirs");
        assertThat(header(letter, LetterHeaders.TOPIC)).isEqualTo("stet.drafts");
        assertThat(header(letter, LetterHeaders.PARTITION)).isEqualTo("0");
        assertThat(header(letter, LetterHeaders.OFFSET)).isEqualTo("1");
        assertThat(header(letter, LetterHeaders.TIME))
                .isEqualTo(newsroom.now().minusSeconds(1).toString());
        assertThat(header(letter, LetterHeaders.REASON)).contains("does not begin with a zero byte");
        assertThat(letter.timestamp()).isEqualTo(newsroom.now().minusSeconds(1).toEpochMilli());
        assertThat(newsroom.events()).as("the others go on").hasSize(2);
    }

    @Test
    void a_schema_that_the_registry_does_not_know_is_poison() {
        newsroom.put(Topics.DRAFTS, newsroom.newStory().toString(), new byte[] {0, 0, 15, 66, 63, 1, 2, 3});
        assertThat(reason()).contains("no Avro schema 999999");
    }

    @Test
    void what_belongs_to_another_topic_altogether_is_poison() {
        newsroom.put(Topics.DRAFTS, "staff", newsroom.codec.encodeStaff(TestHouse.staff(2)));
        assertThat(reason()).contains("press.stet.wire.Staff", "press.stet.wire.Command");
    }

    @Test
    void a_command_without_a_key_is_a_dead_letter() {
        Dispatch filing = filing();
        newsroom.put(Topics.DRAFTS, null, newsroom.codec.encodeCommand(filing));
        assertThat(reason()).contains("no key", filing.story().toString());
        assertThat(newsroom.refusals()).isEmpty();
    }

    @Test
    void a_command_under_another_storys_key_is_a_dead_letter() {
        Dispatch filing = filing();
        StoryId other = newsroom.newStory();
        newsroom.put(Topics.DRAFTS, other.toString(), newsroom.codec.encodeCommand(filing));
        assertThat(reason()).contains(other.toString(), filing.story().toString());
        assertThat(newsroom.refusals()).isEmpty();
    }

    @Test
    void a_record_without_a_value_is_a_dead_letter() {
        newsroom.put(Topics.DRAFTS, newsroom.newStory().toString(), null);
        assertThat(reason()).contains("no value");
    }

    @Test
    void a_command_in_another_storys_partition_is_a_dead_letter() {
        try (TestNewsroom wide = TestNewsroom.empty(12, TestNewsroom.REGISTRY)) {
            StoryId elsewhere = wide.newStory();
            while (Topics.partition(elsewhere, 12) == 0) {
                elsewhere = wide.newStory();
            }
            wide.send(elsewhere, new Command.FileStory(SITE, copy(EN, "Ships")));
            assertThat(header(wide.read(Topics.DEAD_LETTERS).getFirst(), LetterHeaders.REASON))
                    .contains("partition 0", "murmur2_random");
            assertThat(wide.refusals()).isEmpty();
        }
    }

    @Test
    void copy_that_is_too_large_is_refused_with_its_size() {
        String megabyte = "x".repeat(1 << 20);
        newsroom.send(newsroom.newStory(), new Command.FileStory(SITE, copy(EN, "Long", megabyte)));
        assertThat(newsroom.refusals()).singleElement().satisfies(logged -> {
            assertThat(logged.refused().refusal().rule()).isEqualTo(Rule.TOO_LARGE);
            assertThat(logged.refused().refusal().reason()).containsPattern("\\d{7} bytes");
        });
    }

    @Test
    void a_command_whose_events_no_topic_would_take_is_a_dead_letter_and_changes_nothing() {
        Dispatch filing = newsroom.mint(newsroom.newStory(), ANNA, new Command.FileStory(SITE, renderingTooMuch()));
        newsroom.send(filing);
        assertThat(reason()).contains("stet.events", "bytes");
        assertThat(newsroom.keys("stories", "editions", "copies", "outcomes").values())
                .allMatch(List::isEmpty);
        assertThat(newsroom.events()).isEmpty();
    }

    @Test
    void a_registry_that_does_not_answer_makes_no_dead_letters() {
        Registry nobody = Registry.at(URI.create("http://127.0.0.1:1"));
        byte[] command = new MessageCodec(TestNewsroom.REGISTRY).encodeCommand(filing());
        try (TestNewsroom alone = TestNewsroom.empty(1, nobody)) {
            assertThatThrownBy(() -> alone.put(Topics.DRAFTS, "key", command))
                    .hasRootCauseInstanceOf(Exception.class)
                    .satisfies(failure -> assertThat(causes(failure)).hasAtLeastOneElementOfType(RegistryAway.class));
            assertThat(alone.read(Topics.DEAD_LETTERS)).isEmpty();
            assertThat(alone.alarms.standing()).extracting(Alarm::about).containsExactly("registry");
        }
    }

    private Dispatch filing() {
        return newsroom.mint(newsroom.newStory(), ANNA, new Command.FileStory(SITE, copy(EN, "Ships")));
    }

    private TestRecord<byte[], byte[]> deadLetter() {
        List<TestRecord<byte[], byte[]>> letters = newsroom.read(Topics.DEAD_LETTERS);
        assertThat(letters).hasSize(1);
        return letters.getFirst();
    }

    private String reason() {
        return header(deadLetter(), LetterHeaders.REASON);
    }

    private static String header(TestRecord<byte[], byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static List<Throwable> causes(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    private static Copy renderingTooMuch() {
        List<BlockId> renders = Collections.nCopies(100, new BlockId("b".repeat(64)));
        List<Block> blocks = new ArrayList<>();
        for (int place = 0; place < 1_000; place++) {
            blocks.add(new Block.Paragraph(new BlockId("p" + place), renders, "x"));
        }
        return copy(EN, "Merged").withBody(blocks);
    }
}
