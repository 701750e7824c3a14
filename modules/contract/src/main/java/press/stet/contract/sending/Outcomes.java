package press.stet.contract.sending;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Dispatch;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.RefusedCommand;

/**
 * Follows the ends of {@code stet.events} and {@code stet.refusals} for all commands on their way at once. It begins where both
 * ended before the first of them was sent, so that no outcome can be missed; if it loses its place, whoever waits is told.
 */
final class Outcomes implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration BEFORE_TRYING_AGAIN = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final MessageCodec codec;
    private final Map<String, Awaited> awaited = new ConcurrentHashMap<>();
    private final Map<TopicPartition, Long> read = new ConcurrentHashMap<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "stet-outcomes");

    private volatile CompletableFuture<Void> begun = new CompletableFuture<>();
    private volatile @Nullable Consumer<byte[], byte[]> following;
    private volatile @Nullable KafkaException trouble;

    Outcomes(Supplier<Consumer<byte[], byte[]>> consumers, MessageCodec codec) {
        this.consumers = consumers;
        this.codec = codec;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /**
     * What will become of a command. To be asked for before it is sent.
     *
     * @throws IllegalStateException if somebody awaits the same id
     */
    CompletableFuture<Answer> expect(Dispatch dispatch) {
        Awaited command = new Awaited();
        if (awaited.putIfAbsent(dispatch.id().toString(), command) != null) {
            throw new IllegalStateException("command " + dispatch.id() + " is already on its way");
        }
        return command.answer;
    }

    void forget(Dispatch dispatch) {
        awaited.remove(dispatch.id().toString());
    }

    /**
     * Waits until no outcome can be missed any more.
     *
     * @throws BrokersUnavailable if that takes longer
     */
    void awaitBegun(Duration longest) throws InterruptedException {
        try {
            begun.get(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            KafkaException known = trouble;
            throw new BrokersUnavailable("say where its outcomes end", known == null ? late : known);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How far the outcomes of a story in this partition have been read. */
    String read(int partition) {
        return readTo(Topics.EVENTS.name(), partition) + " nor in " + readTo(Topics.REFUSALS.name(), partition);
    }

    private String readTo(String topic, int partition) {
        return topic + "/" + partition + " before offset " + read.get(new TopicPartition(topic, partition));
    }

    private void run() {
        while (closing.getCount() > 0) {
            try (Consumer<byte[], byte[]> log = consumers.get()) {
                following = log;
                begin(log);
                begun.complete(null);
                follow(log);
            } catch (WakeupException _) {
                // Only close() wakes it.
                return;
            } catch (KafkaException lost) {
                beginAgain(lost);
            }
        }
    }

    private void begin(Consumer<byte[], byte[]> log) {
        List<TopicPartition> partitions = Stream.of(Topics.EVENTS, Topics.REFUSALS)
                .flatMap(topic -> log.partitionsFor(topic.name()).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + Topics.EVENTS);
        }
        log.assign(partitions);
        log.endOffsets(partitions).forEach((partition, end) -> {
            log.seek(partition, end);
            read.put(partition, end);
        });
    }

    private void follow(Consumer<byte[], byte[]> log) {
        while (closing.getCount() > 0) {
            for (ConsumerRecord<byte[], byte[]> record : log.poll(POLL)) {
                deliver(record);
                read.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
    }

    private void deliver(ConsumerRecord<byte[], byte[]> record) {
        String command = CloudEvents.commandId(record.headers()).orElse("");
        Awaited waiting = awaited.get(command);
        if (waiting == null) {
            return;
        }
        try {
            if (record.topic().equals(Topics.EVENTS.name())) {
                waiting.accepted(codec.decodeEvent(record.value()).entry());
            } else {
                waiting.refused(codec.decodeRefusal(record.value()).refused());
            }
        } catch (RuntimeException unreadable) {
            waiting.answer.completeExceptionally(unreadable);
        }
    }

    private void beginAgain(KafkaException lost) {
        trouble = lost;
        if (begun.isDone()) {
            begun = new CompletableFuture<>();
            awaited.values().forEach(each -> each.answer.completeExceptionally(lost));
        }
        try {
            closing.await(BEFORE_TRYING_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closing.countDown();
        }
    }

    /** Stops following; whoever still waits is told so. */
    @Override
    public void close() {
        closing.countDown();
        Consumer<byte[], byte[]> log = following;
        if (log != null) {
            log.wakeup();
        }
        awaited.values()
                .forEach(each -> each.answer.completeExceptionally(new IllegalStateException("the sender was closed")));
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** A command on its way; touched by the following thread alone, but for its answer. */
    private static final class Awaited {
        final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private final List<Entry> events = new ArrayList<>();

        void accepted(Entry entry) {
            events.add(entry);
            if (events.size() == entry.count()) {
                events.sort(Comparator.comparingInt(Entry::index));
                answer.complete(new Answer.Accepted(events));
            }
        }

        void refused(RefusedCommand refused) {
            Outcome first = refused.first();
            answer.complete(first == null ? new Answer.Refused(refused) : new Answer.Repeated(first));
        }
    }
}
