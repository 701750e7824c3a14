package press.stet.testkit.running;

import static press.stet.testkit.running.Stories.EN;
import static press.stet.testkit.running.Stories.accepted;
import static press.stet.testkit.running.Stories.english;
import static press.stet.testkit.running.Stories.stamp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topics;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedKafka;
import press.stet.newsroom.embedded.Progress;

/**
 * Measures how long after its moment a schedule is in front of readers, over HTTP, in a newsroom in which many more are pending:
 * {@code DueToPublic EMPTY_FOLDER PENDING DUE SECONDS}. No test: what it says depends on the machine and on whatever else that does.
 *
 * <p>One story is scheduled far ahead by commands; its rows in the workflow's changelogs are written again under other ids, as often as
 * was asked for, and the state is restored from there. Then stories are scheduled evenly over so many seconds, and from its moment
 * on each is asked for until it is there.
 */
final class DueToPublic {

    private static final List<String> STORES = List.of("stories", "editions", "copies", "timers");
    private static final Instant FAR_AHEAD = Instant.parse("2099-12-31T00:00:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private DueToPublic() {}

    public static void main(String[] arguments) throws Exception {
        Path place = Path.of(arguments[0]);
        int pending = Integer.parseInt(arguments[1]);
        int due = Integer.parseInt(arguments[2]);
        Duration over = Duration.ofSeconds(Long.parseLong(arguments[3]));
        if (pending > 0) {
            multiply(place, pending);
        }
        long started = System.nanoTime();
        try (RunningNewsroom newsroom = RunningNewsroom.on(place)) {
            System.out.printf("%d pending, started after %d ms%n", pending, (System.nanoTime() - started) / 1_000_000);
            List<Long> late = late(newsroom, due, over);
            System.out.printf(
                    "%d due over %d s, each readable after ms: p50 %d, p90 %d, p99 %d, longest %d%n",
                    due,
                    over.toSeconds(),
                    late.get(due / 2),
                    late.get(due * 9 / 10),
                    late.get(due * 99 / 100),
                    late.getLast());
        }
    }

    private static List<Long> late(RunningNewsroom newsroom, int many, Duration over) throws Exception {
        List<StoryId> stories = new ArrayList<>();
        List<Stamp> stamps = new ArrayList<>();
        for (int at = 0; at < many; at++) {
            StoryId story = Ids.story();
            stories.add(story);
            stamps.add(approved(newsroom, story, "Story " + at));
        }
        Instant first = Instant.now().plusMillis(20L * many + 2_000).truncatedTo(ChronoUnit.MILLIS);
        List<Future<Long>> asked = new ArrayList<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int at = 0; at < many; at++) {
                Instant due = first.plus(over.multipliedBy(at).dividedBy(many));
                Instant moment = due.truncatedTo(ChronoUnit.MILLIS);
                StoryId story = stories.get(at);
                schedule(newsroom, story, stamps.get(at), moment);
                asked.add(readers.submit(() -> readableAfter(newsroom, story, moment)));
            }
        }
        List<Long> late = new ArrayList<>();
        for (Future<Long> each : asked) {
            late.add(each.get());
        }
        late.sort(Comparator.naturalOrder());
        return late;
    }

    private static long readableAfter(RunningNewsroom newsroom, StoryId story, Instant due)
            throws IOException, InterruptedException {
        Thread.sleep(Duration.between(Instant.now(), due).plusMillis(1));
        while (newsroom.get("/stories/" + story + "/en").statusCode() == 404) {
            if (Instant.now().isAfter(due.plus(LONGEST))) {
                throw new IllegalStateException("story " + story + " is not there after " + LONGEST);
            }
        }
        return Duration.between(due, Instant.now()).toMillis();
    }

    private static Stamp approved(RunningNewsroom newsroom, StoryId story, String headline)
            throws InterruptedException {
        Stamp stamp = stamp(newsroom.drafts("reporter").file(story, new Site("main"), english(headline)));
        accepted(newsroom.drafts("reporter").submit(story, EN, stamp.version(), null));
        accepted(newsroom.reviews("editor").approve(story, EN, stamp.version(), stamp.digest(), Check.EDITOR));
        return stamp;
    }

    private static void schedule(RunningNewsroom newsroom, StoryId story, Stamp stamp, Instant due)
            throws InterruptedException {
        accepted(newsroom.publications("publisher")
                .schedule(
                        story,
                        EN,
                        stamp.version(),
                        stamp.digest(),
                        due,
                        ZoneOffset.UTC,
                        PublicationKind.FIRST,
                        Notice.NONE));
    }

    /** Leaves so many stories scheduled far ahead, for a workflow that is without its local state. */
    private static void multiply(Path place, int many) throws InterruptedException, IOException, ExecutionException {
        StoryId template = Ids.story();
        try (RunningNewsroom newsroom = RunningNewsroom.on(place)) {
            schedule(newsroom, template, approved(newsroom, template, "Far ahead"), FAR_AHEAD);
        }
        try (DataDirectory data = DataDirectory.open(place)) {
            EmbeddedKafka kafka = new EmbeddedKafka(data, Progress.untold());
            kafka.start();
            try {
                for (String store : STORES) {
                    multiply(kafka.bootstrapServers(), "stet-workflow-" + store + "-changelog", template, many);
                }
            } finally {
                kafka.close();
            }
            try (Stream<Path> state = Files.walk(data.streams())) {
                for (Path each : state.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static void multiply(String brokers, String changelog, StoryId template, int many)
            throws InterruptedException, ExecutionException {
        int from = Topics.partition(template, Topics.PARTITIONS_OF_ONE_MACHINE);
        Map<String, Object> reading = Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed");
        List<ConsumerRecord<String, byte[]>> rows = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(changelog, from);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(row -> {
                    rows.removeIf(older -> older.key().equals(row.key()));
                    if (row.value() != null) {
                        rows.add(row);
                    }
                });
            }
        }
        Map<String, Object> writing = Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", "20");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer())) {
            for (ConsumerRecord<String, byte[]> row : rows) {
                for (int at = 0; at < many; at++) {
                    StoryId story = new StoryId(new UUID(
                            template.value().getMostSignificantBits(),
                            template.value().getLeastSignificantBits() ^ (at + 1)));
                    var _ = producer.send(new ProducerRecord<>(
                            changelog,
                            Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE),
                            row.key().replace(template.toString(), story.toString()),
                            row.value()));
                }
            }
            producer.flush();
        }
    }
}
