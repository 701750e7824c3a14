package press.stet.testkit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedKafka;
import press.stet.newsroom.embedded.Progress;
import press.stet.testkit.log.Log;
import press.stet.testkit.running.TopicReader;
import press.stet.workflow.Workflow;
import press.stet.workflow.WorkflowSettings;

/** A real broker with the newsroom's topics, a registry in memory and the house in force, on which workflows are started. */
final class ABroker implements AutoCloseable {

    private static final int PARTITIONS = Topics.PARTITIONS_OF_ONE_MACHINE;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    final MessageCodec codec;

    private final Path state;
    private final DataDirectory data;
    private final EmbeddedKafka kafka;
    private final CommandSender sender;

    ABroker(Path directory) throws InterruptedException {
        this.state = directory.resolve("state");
        this.data = DataDirectory.open(directory.resolve("data"));
        this.kafka = new EmbeddedKafka(data, Progress.untold());
        kafka.start();
        Registry registry = Registry.at(URI.create("mock://" + UUID.randomUUID()));
        this.codec = new MessageCodec(registry);
        try (Admin admin = admin()) {
            new TopicSetup(admin, registry, PARTITIONS).apply();
        }
        this.sender = CommandSender.open(KafkaConnection.open(kafka.bootstrapServers()), codec);
    }

    Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }

    /** A workflow that has not been started. */
    Workflow workflow(Map<String, String> further) {
        KafkaConnection connection = KafkaConnection.open(kafka.bootstrapServers());
        return new Workflow(WorkflowSettings.onOneMachine(connection, state).with(further), codec);
    }

    /** A workflow that rules on commands. */
    Workflow running(Map<String, String> further) {
        Workflow workflow = workflow(further);
        workflow.start();
        awaitReady(workflow);
        return workflow;
    }

    static void awaitReady(Workflow workflow) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(workflow.health().isReady())
                        .as(workflow.health().toString())
                        .isTrue());
    }

    Dispatch dispatch(StoryId story, Person actor, Command command) {
        return new Dispatch(Ids.command(), story, actor, "test/1", command);
    }

    Answer send(Dispatch dispatch) throws InterruptedException {
        return sender.send(dispatch, PATIENCE);
    }

    Answer send(StoryId story, Person actor, Command command) throws InterruptedException {
        return send(story, actor, command, PATIENCE);
    }

    /** The same for somebody who does not wait for as long. */
    Answer send(StoryId story, Person actor, Command command, Duration patience) throws InterruptedException {
        return sender.send(dispatch(story, actor, command), patience);
    }

    /** Puts bytes under a key, as anybody could. */
    void put(Topic topic, int partition, String key, byte[] value) {
        put(topic.name(), partition, key, value);
    }

    /** The same in a topic that is not the newsroom's own, such as a changelog. */
    void put(String topic, int partition, String key, byte[] value) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            var _ = producer.send(new ProducerRecord<>(topic, partition, key, value));
        }
    }

    /** Everything committed in a topic, each partition in its order. */
    List<ConsumerRecord<String, byte[]>> read(Topic topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(found::add);
            }
        }
        return found;
    }

    /** What the topics hold. */
    Log log() {
        return new TopicReader(KafkaConnection.open(kafka.bootstrapServers()), codec).log();
    }

    @Override
    public void close() {
        sender.close();
        kafka.close();
        data.close();
    }
}
