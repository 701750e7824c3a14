package press.stet.workflow.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.Origin;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.event.FiledCopy;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Ruling;
import press.stet.model.ruling.Texts;
import press.stet.model.story.Due;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/**
 * What one task has on file, split into small rows, so that an approval never writes the text of its story again. It is asked
 * before a ruling and says which rows a ruling changes; rulings change nothing but through those. Not for use by several
 * threads.
 */
public final class Cabinet {

    /** One small row per story. */
    public static final String STORIES = "stories";

    /** One row per story and language. */
    public static final String EDITIONS = "editions";

    /** The texts at hand, per story, language and version. */
    public static final String COPIES = "copies";

    /** What became of every command that is still remembered. */
    public static final String OUTCOMES = "outcomes";

    /** What is due, in the order of its moments. */
    public static final String TIMERS = "timers";

    /** What a changelog takes at most, in bytes, with Kafka's own around a row. */
    private static final int LARGEST_RECORD = 4 << 20;

    /** Behind the key of every timer. */
    private static final String NO_TIMER = "~";

    /** The largest key and Kafka's own bytes are some hundred. */
    static final int LARGEST_ROW = LARGEST_RECORD - (16 << 10);

    /** Stories in the midst of their day have most of the commands. With texts of 340 words some ten megabytes for each task. */
    private static final int RECENT = 1_000;

    private final StateCodec codec = new StateCodec();
    private final Recent<Edition> recentEditions = new Recent<>(RECENT);
    private final Recent<Copy> recentCopies = new Recent<>(RECENT);
    private final KeyValueStore<String, byte[]> stories;
    private final KeyValueStore<String, byte[]> editions;
    private final KeyValueStore<String, byte[]> copies;
    private final KeyValueStore<String, byte[]> outcomes;
    private final KeyValueStore<String, byte[]> timers;

    /**
     * So that a look which finds nothing due asks nothing, and one that does begins behind the timers that are gone: until the disk is
     * tidied up, the store steps over each of them. Empty while nobody has looked yet.
     */
    private String noTimerBefore = "";

    /** All outcomes before this key have been forgotten. */
    private @Nullable String forgotten;

    public Cabinet(ProcessorContext<?, ?> context) {
        this.stories = context.getStateStore(STORIES);
        this.editions = context.getStateStore(EDITIONS);
        this.copies = context.getStateStore(COPIES);
        this.outcomes = context.getStateStore(OUTCOMES);
        this.timers = context.getStateStore(TIMERS);
    }

    /**
     * One of the stores above: on disk, and in a changelog that everything is restored from. Nothing is cached over it, since
     * what is ruled next depends on it.
     */
    public static StoreBuilder<KeyValueStore<String, byte[]>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_COMPACT,
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                        Integer.toString(LARGEST_RECORD)));
    }

    /** The story, or null if there is none. */
    public @Nullable OnFile story(StoryId id) {
        byte[] row = stories.get(id.toString());
        return row == null ? null : codec.decodeStory(id, row, language -> edition(new EditionId(id, language)));
    }

    private Edition edition(EditionId id) {
        String key = id.toString();
        byte[] row = editions.get(key);
        if (row == null) {
            throw new UnreadableState("the state of " + id + " is missing");
        }
        return recentEditions.of(key, row, (_, bytes) -> codec.decodeEdition(id, bytes));
    }

    /** The texts at hand of a story, each read when it is first asked for. */
    public Texts texts(StoryId story) {
        Map<Source, @Nullable Copy> read = new HashMap<>();
        return (language, version) -> {
            Source asked = new Source(language, version);
            if (!read.containsKey(asked)) {
                read.put(asked, text(key(story, asked)));
            }
            return read.get(asked);
        };
    }

    private @Nullable Copy text(String key) {
        byte[] row = copies.get(key);
        return row == null ? null : recentCopies.of(key, row, codec::decodeText);
    }

    /** What became of a command, or null if it is not known. */
    public @Nullable Outcome outcome(CommandId command, StoryId story) {
        String key = key(command, story);
        byte[] row = outcomes.get(key);
        return row == null ? null : codec.decodeOutcome(key, row);
    }

    /**
     * The rows that are other ones after this ruling, and no others.
     *
     * @param before the story as it was
     * @param last the digest of the story's last event now
     * @param origin where the command stands that was ruled on
     */
    public List<Change> changes(@Nullable Story before, Ruling.Accepted accepted, Digest last, Origin origin) {
        Story story = accepted.story();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(stories, story.id().toString(), codec.encodeStory(new OnFile(story, last))));
        for (Edition edition : story.editions().values()) {
            if (before == null || !edition.equals(before.edition(edition.language()))) {
                String key = new EditionId(story.id(), edition.language()).toString();
                byte[] row = codec.encodeEdition(edition);
                recentEditions.written(key, row, edition);
                changes.add(new Change(editions, key, row));
            }
        }
        changes.addAll(timers(before, story, origin));
        for (FiledCopy text : accepted.texts()) {
            byte[] row = codec.encodeText(text.copy());
            recentCopies.written(text.key(), row, text.copy());
            changes.add(new Change(copies, text.key(), row));
        }
        for (Source dropped : accepted.dropped()) {
            changes.add(new Change(copies, key(story.id(), dropped), null));
        }
        return changes;
    }

    /** What the story waits for now and did not before, and what it waits for no more. */
    private List<Change> timers(@Nullable Story before, Story after, Origin origin) {
        List<Due> was = before == null ? List.of() : before.due();
        List<Due> is = after.due();
        List<Change> changes = new ArrayList<>();
        was.stream()
                .filter(due -> !is.contains(due))
                .forEach(due -> changes.add(new Change(timers, key(after.id(), due), null)));
        is.stream().filter(due -> !was.contains(due)).forEach(due -> {
            String key = key(after.id(), due);
            noTimerBefore = key.compareTo(noTimerBefore) < 0 ? key : noTimerBefore;
            changes.add(new Change(timers, key, codec.encodeTimer(origin)));
        });
        return changes;
    }

    /** What is due before or at a moment, the earliest first, at most so many. */
    public List<Timer> due(Instant moment, int atMost) {
        String end = "%016x/~".formatted(moment.toEpochMilli());
        if (noTimerBefore.compareTo(end) > 0) {
            return List.of();
        }
        List<Timer> due = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> all = timers.range(noTimerBefore, null)) {
            noTimerBefore = all.hasNext() ? all.peekNextKey() : NO_TIMER;
            while (due.size() < atMost && all.hasNext() && all.peekNextKey().compareTo(end) <= 0) {
                KeyValue<String, byte[]> each = all.next();
                due.add(timer(each.key, each.value));
            }
        }
        return due;
    }

    /** The timer of what a story waits for. */
    public Timer timer(StoryId story, Due due) {
        String key = key(story, due);
        byte[] row = timers.get(key);
        if (row == null) {
            throw new UnreadableState("the timer " + key + " is missing");
        }
        return new Timer(story, due, codec.decodeTimer(key, row));
    }

    private Timer timer(String key, byte[] row) {
        String[] parts = key.split("/", 3);
        Due due =
                new Due(Language.of(parts[2]), Due.Of.PUBLICATION, Instant.ofEpochMilli(Long.parseLong(parts[0], 16)));
        return new Timer(StoryId.of(parts[1]), due, codec.decodeTimer(key, row));
    }

    /** In the order of moments. */
    private static String key(StoryId story, Due due) {
        return "%016x/%s/%s".formatted(due.at().toEpochMilli(), story, due.language());
    }

    /** The row that remembers what became of a command. */
    public Change remember(CommandId command, StoryId story, Outcome outcome) {
        return new Change(outcomes, key(command, story), codec.encodeOutcome(outcome));
    }

    /**
     * Forgets what became of commands whose ids were minted before then: the oldest first, and at most so many at once, since
     * commands wait meanwhile.
     */
    public void forget(Instant mintedBefore, int atMost) {
        // No id is from before 1970; shifted into one, such a time would come after all that there are.
        if (mintedBefore.isBefore(Instant.EPOCH)) {
            return;
        }
        String end = new UUID(mintedBefore.toEpochMilli() << 16, 0).toString();
        int left = atMost;
        try (KeyValueIterator<String, byte[]> oldest = outcomes.range(forgotten, end)) {
            while (left > 0 && oldest.hasNext()) {
                KeyValue<String, byte[]> each = oldest.next();
                outcomes.delete(each.key);
                forgotten = each.key;
                left--;
            }
        }
    }

    /** The text of an id of version 7 begins with its time, so that the keys are in the order of minting. */
    private static String key(CommandId command, StoryId story) {
        return command + "/" + story;
    }

    private static String key(StoryId story, Source version) {
        return new EditionId(story, version.language()) + "/" + version.version();
    }
}
