package press.stet.ops.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.Origin;
import press.stet.contract.message.SealedEntry;
import press.stet.contract.topic.Topics;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.event.Entry;
import press.stet.model.house.HouseRules;
import press.stet.model.story.Story;
import press.stet.ops.Partitions;
import press.stet.ops.house.HouseLog;

/**
 * Asks every ruling of the log again under other house rules. Each is asked by itself, of the story as it really was: what would have
 * followed from another ruling is not followed up.
 *
 * <p>One partition after the other. Of one, it keeps the states of its stories, without their texts, and its refusals.
 */
public final class WhatIf {

    private final KafkaConnection kafka;
    private final MessageCodec codec;
    private final Archive texts;
    private final Question question;
    private final Consumer<Asked> told;

    /** Where texts are looked up. */
    @FunctionalInterface
    public interface Archive {
        /** The text of a version; null where it is not there. */
        @Nullable Copy find(StoryId story, Language language, Version version);
    }

    /** Told now and then how far it is. */
    @FunctionalInterface
    public interface Progress {
        void read(long offsets, long of);
    }

    /**
     * Reads house rules and staff.
     *
     * @param kafka as somebody who may read events, refusals, house rules and staff
     * @param others the other rules, by site. As when they are put in force: those for every site hold for sites that have none of their
     *     own, neither there nor in force, and a site of its own that they leave out stays as it is
     * @param told of each ruling, in the order of each story
     * @throws press.stet.contract.BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public WhatIf(
            KafkaConnection kafka,
            MessageCodec codec,
            Archive texts,
            Map<Site, HouseRules> others,
            Consumer<Asked> told) {
        this.kafka = kafka;
        this.codec = codec;
        this.texts = texts;
        HouseLog house = new HouseLog(kafka, codec);
        this.question = new Question(
                house,
                site -> others.containsKey(site) || house.hasOwn(site) ? others.get(site) : others.get(Site.ANY));
        this.told = told;
    }

    /**
     * Asks all of them.
     *
     * @throws press.stet.contract.BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws press.stet.contract.message.MissingUpgrade if a newer build wrote one of them
     */
    public void run(Progress progress) {
        try (Partitions topics = new Partitions(kafka)) {
            Map<TopicPartition, Long> sizes = topics.sizes(Topics.EVENTS.name());
            long all = sizes.values().stream().mapToLong(Long::longValue).sum();
            long[] read = {0};
            sizes.keySet().stream()
                    .sorted(Comparator.comparingInt(TopicPartition::partition))
                    .forEach(partition -> {
                        Stretch stretch = new Stretch();
                        topics.all(new TopicPartition(Topics.REFUSALS.name(), partition.partition()), stretch::refusal);
                        topics.all(partition, record -> {
                            stretch.event(record);
                            progress.read(++read[0], all);
                        });
                        stretch.end();
                    });
        }
    }

    /** The stories of one partition. */
    private final class Stretch {

        private final Map<StoryId, Story> stories = new HashMap<>();
        private final Map<StoryId, List<SealedEntry>> rulings = new HashMap<>();
        private final Map<StoryId, List<LoggedRefusal>> refusals = new HashMap<>();

        void refusal(ConsumerRecord<byte[], byte[]> record) {
            LoggedRefusal logged = codec.decodeRefusal(record.value());
            refusals.computeIfAbsent(logged.refused().dispatch().story(), _ -> new ArrayList<>())
                    .add(logged);
        }

        void event(ConsumerRecord<byte[], byte[]> record) {
            SealedEntry sealed = codec.decodeEvent(record.value());
            Entry entry = sealed.entry();
            List<SealedEntry> ruling = rulings.computeIfAbsent(entry.story(), _ -> new ArrayList<>());
            ruling.add(sealed);
            if (ruling.size() == entry.count()) {
                rulings.remove(entry.story());
                accepted(entry.story(), ruling);
            }
        }

        private void accepted(StoryId id, List<SealedEntry> ruling) {
            refusedBefore(id, ruling.getFirst());
            List<Entry> entries = ruling.stream().map(SealedEntry::entry).toList();
            Story before = stories.get(id);
            told.accept(question.accepted(before, entries, (language, version) -> texts.find(id, language, version)));
            Story after = before == null ? Story.begin(entries.getFirst()) : before;
            for (Entry entry : before == null ? entries.subList(1, entries.size()) : entries) {
                after = after.evolve(entry);
            }
            stories.put(id, after);
        }

        private void refusedBefore(StoryId id, SealedEntry event) {
            List<LoggedRefusal> waiting = refusals.getOrDefault(id, List.of());
            while (!waiting.isEmpty() && isBefore(waiting.getFirst(), event)) {
                refused(id, waiting.removeFirst());
            }
        }

        /** Within a topic by its offsets; across topics only times tell. */
        private static boolean isBefore(LoggedRefusal refusal, SealedEntry event) {
            Origin one = refusal.origin();
            Origin other = event.origin();
            return one.topic().equals(other.topic())
                    ? one.offset() < other.offset()
                    : refusal.refused().at().isBefore(event.entry().at());
        }

        private void refused(StoryId id, LoggedRefusal refusal) {
            told.accept(question.refused(
                    stories.get(id), refusal.refused(), (language, version) -> texts.find(id, language, version)));
        }

        void end() {
            refusals.forEach((id, rest) -> rest.forEach(refusal -> refused(id, refusal)));
        }
    }
}
