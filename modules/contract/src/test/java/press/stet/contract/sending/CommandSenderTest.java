package press.stet.contract.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.OffsetOutOfRangeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.Origin;
import press.stet.contract.message.SealedEntry;
import press.stet.contract.message.Wired;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.proof.Tokens;
import press.stet.contract.topic.Topics;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;

/** With Kafka's own stand-ins for its clients; what only a broker can prove is tried on one. */
class CommandSenderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final int PARTITIONS = 4;
    private static final long END = 991;
    private static final Language EN = Language.of("en");

    private final MessageCodec codec = Wired.codec(URI.create("mock://sender"));
    private final MockConsumer<byte[], byte[]> log = log();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(cluster(), false, null, new StringSerializer(), new ByteArraySerializer());
    private final CommandSender sender =
            new CommandSender(producer, new Outcomes(() -> log, codec), codec, Tokens.NONE);
    private final ExecutorService desk = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong end = new AtomicLong(END);

    @AfterEach
    void close() {
        sender.close();
        desk.close();
    }

    @Test
    void an_accepted_command_is_answered_with_all_its_events_in_order() throws Exception {
        Dispatch dispatch = submit();
        Future<Answer> answer = sent(dispatch);
        List<Entry> events = List.of(entry(dispatch, 5, 0, 2), entry(dispatch, 6, 1, 2));
        appears(events.get(0));
        appears(entry(submit(), 1, 0, 1));
        appears(events.get(1));
        assertThat(answer.get()).isEqualTo(new Answer.Accepted(events));
    }

    @Test
    void a_refused_command_is_answered_with_its_rule() throws Exception {
        Dispatch dispatch = submit();
        Future<Answer> answer = sent(dispatch);
        RefusedCommand refused = refused(dispatch, Rule.FOUR_EYES, null);
        appears(refused);
        assertThat(answer.get()).isEqualTo(new Answer.Refused(refused));
    }

    @Test
    void a_repeated_command_is_answered_with_its_first_outcome() throws Exception {
        Dispatch dispatch = submit();
        Future<Answer> answer = sent(dispatch);
        appears(refused(dispatch, Rule.REPEATED, new Outcome.Accepted(7, 2)));
        assertThat(answer.get()).isEqualTo(new Answer.Repeated(new Outcome.Accepted(7, 2)));
    }

    @Test
    void a_command_stands_in_its_storys_partition_under_its_storys_id() throws Exception {
        Dispatch dispatch = submit();
        Future<Answer> answer = sent(dispatch);
        ProducerRecord<String, byte[]> record = producer.history().getFirst();
        assertThat(record.topic()).isEqualTo("stet.drafts");
        assertThat(record.key()).isEqualTo(dispatch.story().toString());
        assertThat(record.partition()).isEqualTo(Topics.partition(dispatch.story(), PARTITIONS));
        assertThat(codec.decodeCommand("stet.drafts", record.value())).isEqualTo(dispatch);
        assertThat(CloudEvents.commandId(record.headers()))
                .contains(dispatch.id().toString());
        appears(refused(dispatch, Rule.KILLED, null));
        assertThat(answer.get()).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void a_command_brings_the_token_of_whoever_sends_it_and_only_where_there_is_one() throws Exception {
        Dispatch proven = submit();
        Dispatch unproven = submit();
        Tokens tokens = dispatch -> dispatch.equals(proven) ? new Token("a.b.c") : null;
        try (CommandSender sender =
                new CommandSender(producer, new Outcomes(CommandSenderTest::log, codec), codec, tokens)) {
            var _ = desk.submit(() -> sender.send(proven, PATIENCE));
            var _ = desk.submit(() -> sender.send(unproven, PATIENCE));
            Awaitility.await().until(() -> producer.history().size() == 2);
        }

        for (ProducerRecord<String, byte[]> record : producer.history()) {
            boolean first = CloudEvents.commandId(record.headers())
                    .equals(Optional.of(proven.id().toString()));
            assertThat(TokenHeader.of(record.headers())).isEqualTo(first ? new Token("a.b.c") : null);
        }
    }

    @Test
    void a_thousand_wait_at_once_and_each_gets_its_own_answer() throws Exception {
        List<Dispatch> dispatches =
                IntStream.range(0, 1_000).mapToObj(_ -> submit()).toList();
        List<Future<Answer>> answers = new ArrayList<>();
        for (Dispatch dispatch : dispatches) {
            answers.add(desk.submit(sending(dispatch, PATIENCE)));
        }
        Awaitility.await().until(() -> producer.history().size() == dispatches.size());
        dispatches.reversed().forEach(dispatch -> appears(entry(dispatch, 1, 0, 1)));
        for (int at = 0; at < dispatches.size(); at++) {
            assertThat(answers.get(at).get())
                    .isEqualTo(new Answer.Accepted(List.of(entry(dispatches.get(at), 1, 0, 1))));
        }
    }

    @Test
    void without_an_outcome_in_time_it_says_where_the_command_stands_and_how_far_it_looked() {
        Dispatch dispatch = submit();
        int partition = Topics.partition(dispatch.story(), PARTITIONS);
        Future<Answer> answer = desk.submit(sending(dispatch, Duration.ofSeconds(1)));
        Awaitility.await().until(producer::completeNext);
        assertThat(answer)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .havingCause()
                .isInstanceOfSatisfying(
                        OutcomeUnknown.class,
                        unknown -> assertThat(unknown.acknowledged()).contains(new Origin("stet.drafts", partition, 0)))
                .withMessageContaining("It stands at stet.drafts/" + partition + "/0 and will be ruled on")
                .withMessageContaining("stet.events/" + partition + " before offset " + END)
                .withMessageContaining("stet.refusals/" + partition + " before offset " + END)
                .withMessageContaining("never ruled on twice");
    }

    @Test
    void a_command_that_kafka_does_not_take_may_have_arrived_or_not() {
        Future<Answer> answer = desk.submit(sending(submit(), PATIENCE));
        Awaitility.await().until(() -> producer.errorNext(new TimeoutException("expired")));
        assertThat(answer)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(OutcomeUnknown.class)
                .withMessageContaining("expired")
                .withMessageContaining("may have arrived or not");
    }

    @Test
    void a_reader_that_loses_its_place_tells_whoever_waits_and_begins_again() throws Exception {
        Future<Answer> lost = sent(submit());
        log.schedulePollTask(() -> log.setPollException(new OffsetOutOfRangeException("gone")));
        assertThat(lost).failsWithin(PATIENCE).withThrowableThat().havingCause().isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void brokers_that_do_not_answer_are_named_and_nothing_is_sent() {
        MockProducer<String, byte[]> unused =
                new MockProducer<>(cluster(), true, null, new StringSerializer(), new ByteArraySerializer());
        Outcomes outcomes = new Outcomes(
                () -> {
                    throw new TimeoutException("no answer from 127.0.0.1:1");
                },
                codec);
        try (CommandSender lonely = new CommandSender(unused, outcomes, codec, Tokens.NONE)) {
            assertThatExceptionOfType(BrokersUnavailable.class)
                    .isThrownBy(() -> lonely.send(submit(), SHORT))
                    .withMessageContaining("no answer from 127.0.0.1:1");
            assertThat(unused.history()).isEmpty();
        }
    }

    @Test
    void copy_over_a_mebibyte_is_refused_with_its_size_and_not_sent() {
        Dispatch dispatch = file(CanonicalForm.LARGEST);
        assertThatExceptionOfType(CopyTooLarge.class)
                .isThrownBy(() -> sender.send(dispatch, SHORT))
                .withMessageContaining("may have 1048576")
                .satisfies(large -> assertThat(large.size()).isGreaterThan(CanonicalForm.LARGEST));
        assertThat(producer.history()).isEmpty();
    }

    @Test
    void the_largest_copy_fits_into_its_topics_records() {
        int around = CanonicalForm.of(((Command.FileStory) file(1).command()).copy()).length - 1;
        Dispatch full = file(CanonicalForm.LARGEST - around);
        assertThat(CanonicalForm.of(((Command.FileStory) full.command()).copy()))
                .hasSize(CanonicalForm.LARGEST);
        assertThat(codec.encodeCommand(full)).hasSizeLessThan(Topics.DRAFTS.largestRecord());
    }

    @Test
    void the_same_id_is_not_sent_twice_at_once() throws Exception {
        Dispatch dispatch = submit();
        Future<Answer> first = sent(dispatch);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> sender.send(dispatch, SHORT))
                .withMessageContaining(dispatch.id().toString());
        appears(refused(dispatch, Rule.KILLED, null));
        assertThat(first.get()).isInstanceOf(Answer.Refused.class);
    }

    private Future<Answer> sent(Dispatch dispatch) {
        Future<Answer> answer = desk.submit(sending(dispatch, PATIENCE));
        Awaitility.await().until(producer::completeNext);
        return answer;
    }

    private Callable<Answer> sending(Dispatch dispatch, Duration timeout) {
        return () -> sender.send(dispatch, timeout);
    }

    private static Dispatch submit() {
        return new Dispatch(
                Ids.command(),
                Ids.story(),
                new Person("mira"),
                "test/1",
                new Command.SubmitForReview(EN, Version.FIRST, null));
    }

    private static Dispatch file(int characters) {
        Copy copy = new Copy(
                EN,
                "A bridge opens",
                "",
                List.of(),
                "",
                null,
                List.of(),
                null,
                List.of(new Block.Paragraph(BlockId.NOT_GIVEN, null, "x".repeat(characters))));
        return new Dispatch(
                Ids.command(), Ids.story(), new Person("mira"), "test/1", new Command.FileStory(Site.ANY, copy));
    }

    private static Entry entry(Dispatch cause, long sequence, int index, int count) {
        return new Entry(
                cause.story(),
                sequence,
                cause.id(),
                cause.actor(),
                cause.tool(),
                cause.id().mintedAt(),
                1,
                1,
                index,
                count,
                new Event.RecalledFromReview(EN, Version.FIRST));
    }

    private static RefusedCommand refused(Dispatch dispatch, Rule rule, @Nullable Outcome first) {
        return new RefusedCommand(
                dispatch,
                dispatch.command().channel(),
                dispatch.id().mintedAt(),
                new Refusal(rule, "Because.", List.of()),
                first,
                1,
                1);
    }

    private void appears(Entry entry) {
        SealedEntry sealed = new SealedEntry(entry, null, new Origin("stet.drafts", 0, 0));
        appears(Topics.EVENTS.name(), entry.story(), codec.encodeEvent(sealed), CloudEvents.of(sealed, Trace.begin()));
    }

    private void appears(RefusedCommand refused) {
        LoggedRefusal logged = new LoggedRefusal(refused, new Origin("stet.drafts", 0, 0));
        appears(
                Topics.REFUSALS.name(),
                refused.dispatch().story(),
                codec.encodeRefusal(logged),
                CloudEvents.of(logged, Trace.begin()));
    }

    private void appears(String topic, StoryId story, byte[] value, Headers headers) {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                topic,
                Topics.partition(story, PARTITIONS),
                end.getAndIncrement(),
                0,
                TimestampType.CREATE_TIME,
                0,
                value.length,
                new byte[0],
                value,
                headers,
                Optional.empty());
        log.schedulePollTask(() -> log.addRecord(record));
    }

    private static MockConsumer<byte[], byte[]> log() {
        MockConsumer<byte[], byte[]> log = new MockConsumer<>("none");
        for (String topic : List.of("stet.events", "stet.refusals")) {
            log.updatePartitions(topic, partitions(topic));
            IntStream.range(0, PARTITIONS)
                    .forEach(partition -> log.updateEndOffsets(Map.of(new TopicPartition(topic, partition), END)));
        }
        return log;
    }

    private static List<PartitionInfo> partitions(String topic) {
        Node node = new Node(0, "broker", 9092);
        return IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new PartitionInfo(topic, partition, node, new Node[] {node}, new Node[] {node}))
                .toList();
    }

    private static Cluster cluster() {
        List<PartitionInfo> all = Topics.ALL.stream()
                .flatMap(topic -> partitions(topic.name()).stream())
                .toList();
        return new Cluster("newsroom", List.of(new Node(0, "broker", 9092)), all, Set.of(), Set.of());
    }
}
