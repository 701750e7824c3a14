package press.stet.bench.ground;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Machine;
import press.stet.bench.measure.Rhythm;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Trace;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;

/**
 * The commands of a working newsroom, sent when they are due whatever becomes of those before, and their outcomes, read as any tool
 * reads them: read-committed, from events and refusals. Which command is the next one says its {@link Agenda}. A refusal is a fault of
 * the bench and ends the measurement.
 */
public final class Traffic implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final MessageCodec codec;
    private final Producer<String, byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> reader;
    private final Thread reading = new Thread(this::read, "bench-outcomes");
    private final Map<String, Sent> underWay = new ConcurrentHashMap<>();
    private final Agenda agenda;

    private volatile boolean closed;
    private volatile @Nullable RuntimeException trouble;
    private Watcher watcher = (_, _) -> {};

    private record Sent(
            Agenda.Living living, long due, @Nullable Latencies into, AtomicLong outcomes) {}

    /**
     * What came of one rhythm.
     *
     * @param latencies from when each command was due to when its outcome was seen
     * @param commands how many were measured
     * @param processorMicros of this process, for each command
     */
    public record Outcome(Latencies latencies, long commands, double processorMicros) {}

    private Traffic(KafkaConnection kafka, MessageCodec codec, int partitions, Agenda agenda) {
        this.codec = codec;
        this.agenda = agenda;
        Map<String, Object> writing = kafka.settings();
        writing.put("acks", "all");
        writing.put("linger.ms", 0);
        writing.put("max.request.size", 4 << 20);
        this.producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
        Map<String, Object> settings = kafka.settings();
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        this.reader = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> outcomes = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            outcomes.add(new TopicPartition(Topics.EVENTS.name(), partition));
            outcomes.add(new TopicPartition(Topics.REFUSALS.name(), partition));
        }
        reader.assign(outcomes);
        reader.seekToEnd(outcomes);
        outcomes.forEach(reader::position);
        reading.setDaemon(true);
        reading.start();
    }

    /** Traffic for the workflow on a ground. */
    public static Traffic to(Ground ground) {
        return to(ground.kafka(), ground.codec());
    }

    /** Traffic for a newsroom on one machine. */
    public static Traffic to(KafkaConnection kafka, MessageCodec codec) {
        Writer writer = new Writer(1);
        List<Life> ordinary = new ArrayList<>();
        for (int at = 0; at < 40; at++) {
            ordinary.add(Life.ordinary(writer));
        }
        List<Life> hot = List.of(Life.hot(writer), Life.hot(writer));
        return new Traffic(kafka, codec, Topics.PARTITIONS_OF_ONE_MACHINE, new Agenda(ordinary, hot));
    }

    /** Traffic of nothing but these lives, in turn, with no story hotter than the others. */
    public static Traffic to(Ground ground, List<Life> lives) {
        return new Traffic(
                ground.kafka(), ground.codec(), Topics.PARTITIONS_OF_ONE_MACHINE, new Agenda(lives, List.of()));
    }

    /** Goes on with stories that are there already, before it files new ones: each from so many steps of this life on. */
    public void goOnWith(Collection<StoryId> stories, Life life, int from) {
        agenda.goOnWith(stories, life, from);
    }

    /** Hears of every command when it is sent. */
    @FunctionalInterface
    public interface Watcher {

        /**
         * A command is on its way.
         *
         * @param due by {@link System#nanoTime}
         */
        void sent(Dispatch dispatch, long due);
    }

    /** Tells somebody of every command from now on. Not while commands are sent. */
    public void watchedBy(Watcher other) {
        watcher = other;
    }

    /**
     * Sends in this rhythm, for a while that is not measured and then for one that is, and waits for the last outcome.
     *
     * @throws IllegalStateException if a command was refused, or an outcome does not come
     */
    public Outcome send(Rhythm rhythm, Duration warmUp, Duration measured) throws InterruptedException {
        int before = warmUp.isZero() ? 0 : rhythm.within(warmUp);
        int count = rhythm.within(measured);
        Latencies latencies = new Latencies();
        AtomicLong outcomes = new AtomicLong();
        long first = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(5);
        long processor = 0;
        for (int at = 0; at < before + count; at++) {
            if (at == before) {
                processor = Machine.processorTime();
            }
            long due = first + rhythm.dueAfter(at);
            waitFor(due);
            send(agenda.next(at), due, at < before ? null : latencies, outcomes);
        }
        await(outcomes, before + count);
        double micros = (Machine.processorTime() - processor) / 1e3 / count;
        return new Outcome(latencies, count, micros);
    }

    /**
     * Sends as fast as outcomes come, with so many commands under way at any time: the backlog stays flat.
     *
     * @return outcomes a second
     */
    public double saturate(int underWayAtMost, Duration warmUp, Duration measured) throws InterruptedException {
        AtomicLong outcomes = new AtomicLong();
        long sent = 0;
        long started = System.nanoTime();
        long from = started + warmUp.toNanos();
        long end = from + measured.toNanos();
        long atFrom = -1;
        while (System.nanoTime() < end) {
            if (atFrom < 0 && System.nanoTime() >= from) {
                atFrom = outcomes.get();
                from = System.nanoTime();
            }
            if (sent - outcomes.get() < underWayAtMost) {
                send(agenda.next(sent), System.nanoTime(), null, outcomes);
                sent++;
            } else {
                fail();
                LockSupport.parkNanos(100_000);
            }
        }
        long counted = outcomes.get() - atFrom;
        double seconds = (System.nanoTime() - from) / 1e9;
        await(outcomes, sent);
        return counted / seconds;
    }

    private void send(Agenda.Living living, long due, @Nullable Latencies into, AtomicLong outcomes) {
        Dispatch dispatch = living.step();
        underWay.put(dispatch.id().toString(), new Sent(living, due, into, outcomes));
        String topic = Topics.of(dispatch.command().channel()).name();
        var _ = producer.send(new ProducerRecord<>(
                topic,
                Topics.partition(dispatch.story(), Topics.PARTITIONS_OF_ONE_MACHINE),
                null,
                dispatch.story().toString(),
                codec.encodeCommand(dispatch),
                CloudEvents.of(dispatch, Trace.begin())));
        watcher.sent(dispatch, due);
    }

    private void waitFor(long due) {
        fail();
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private void await(AtomicLong outcomes, long count) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (outcomes.get() < count) {
            fail();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("only %d of %d outcomes came within %s of the last command"
                        .formatted(outcomes.get(), count, LONGEST_WAIT));
            }
            Thread.sleep(1);
        }
    }

    private void fail() {
        RuntimeException known = trouble;
        if (known != null) {
            throw new IllegalStateException("the bench's reader stopped", known);
        }
    }

    private void read() {
        try (reader) {
            while (!closed) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(Duration.ofMillis(500))) {
                    CloudEvents.commandId(record.headers())
                            .map(underWay::remove)
                            .ifPresent(sent -> seen(sent, record));
                }
            }
        } catch (WakeupException _) {
            // It is being closed.
        } catch (RuntimeException failure) {
            trouble = failure;
        }
    }

    private void seen(Sent sent, ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(Topics.REFUSALS.name())) {
            throw new IllegalStateException(
                    "a command of the bench was refused: " + codec.decodeRefusal(record.value()));
        }
        if (sent.into() != null) {
            sent.into().add(System.nanoTime() - sent.due());
        }
        agenda.ruledOn(sent.living());
        sent.outcomes().incrementAndGet();
    }

    @Override
    public void close() {
        closed = true;
        reader.wakeup();
        try {
            reading.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
