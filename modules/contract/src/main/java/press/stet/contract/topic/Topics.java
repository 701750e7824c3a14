package press.stet.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import press.stet.model.StoryId;
import press.stet.model.command.Channel;

/** Every topic of the newsroom, and the partition of everything about a story. */
public final class Topics {

    /** Longer than any outage that a newsroom lets pass, and than outcomes are remembered. */
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private static final @Nullable Duration FOR_EVER = null;

    private static final int MIB = 1 << 20;

    /** A copy of 1 MiB in canonical form, with what its blocks render and its envelope. */
    private static final int COMMAND = MIB + MIB / 4;

    /** What follows from a command may be larger than the command: a live edition has shared facts filled in. */
    private static final int OUTCOME = 4 * MIB;

    public static final Topic DRAFTS = commands("stet.drafts");
    public static final Topic REVIEWS = commands("stet.reviews");
    public static final Topic TRANSLATIONS = commands("stet.translations");
    public static final Topic PUBLICATIONS = commands("stet.publications");

    /** Every accepted fact. */
    public static final Topic EVENTS =
            outcomes("stet.events", Topic.Key.STORY, Topic.Value.EVENT, Topic.Cleanup.DELETE);

    /** Every refused command, and the rule that refused it. */
    public static final Topic REFUSALS =
            outcomes("stet.refusals", Topic.Key.STORY, Topic.Value.REFUSAL, Topic.Cleanup.DELETE);

    /** Every version's text. */
    public static final Topic COPIES =
            outcomes("stet.copies", Topic.Key.VERSION, Topic.Value.FILED_COPY, Topic.Cleanup.COMPACT);

    /** What readers may see now. */
    public static final Topic EDITIONS =
            outcomes("stet.editions", Topic.Key.EDITION, Topic.Value.EDITION, Topic.Cleanup.COMPACT);

    /** What each site demands, in numbered versions. */
    public static final Topic HOUSE_RULES = house("stet.house-rules", Topic.Key.SITE, Topic.Value.HOUSE_RULES);

    /** Who may do what, in numbered versions. */
    public static final Topic STAFF = house("stet.staff", Topic.Key.STAFF, Topic.Value.STAFF);

    /** Commands that could not be read, as they came. */
    public static final Topic DEAD_LETTERS = new Topic(
            "stet.dead-letters",
            Topic.Key.AS_IT_CAME,
            Topic.Value.AS_IT_CAME,
            Topic.Cleanup.DELETE,
            TWO_WEEKS,
            OUTCOME,
            Topic.Timestamps.WRITER,
            Topic.Spread.BY_STORY);

    /** All of them, as they stand in the flow. */
    public static final List<Topic> ALL = List.of(
            DRAFTS,
            REVIEWS,
            TRANSLATIONS,
            PUBLICATIONS,
            EVENTS,
            REFUSALS,
            COPIES,
            EDITIONS,
            HOUSE_RULES,
            STAFF,
            DEAD_LETTERS);

    /** The key of every record of {@link #STAFF}. */
    public static final String STAFF_KEY = "staff";

    /** How many partitions a newsroom on several machines has. The number is for ever. */
    public static final int PARTITIONS_OF_A_CLUSTER = 12;

    /** How many partitions a newsroom on one machine has. The number is for ever. */
    public static final int PARTITIONS_OF_ONE_MACHINE = 4;

    private Topics() {}

    /** The topic that commands come in by this way. */
    public static Topic of(Channel channel) {
        return switch (channel) {
            case DRAFTS -> DRAFTS;
            case REVIEWS -> REVIEWS;
            case TRANSLATIONS -> TRANSLATIONS;
            case PUBLICATIONS -> PUBLICATIONS;
        };
    }

    /** The way that commands of this topic come in; empty for a topic that carries no commands. */
    public static Optional<Channel> channel(String topic) {
        for (Channel channel : Channel.values()) {
            if (of(channel).name().equals(topic)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }

    /** The partition of everything about a story: murmur2 of its id, as Kafka's own default partitioner has it. */
    public static int partition(StoryId story, int partitions) {
        return partitionOf(story.toString(), partitions);
    }

    /** The partition of a key that is a story's id or begins with one and a slash. */
    public static int partition(String key, int partitions) {
        int slash = key.indexOf('/');
        return partitionOf(slash < 0 ? key : key.substring(0, slash), partitions);
    }

    private static int partitionOf(String story, int partitions) {
        return Utils.toPositive(Utils.murmur2(story.getBytes(UTF_8))) % partitions;
    }

    private static Topic commands(String name) {
        return new Topic(
                name,
                Topic.Key.STORY,
                Topic.Value.COMMAND,
                Topic.Cleanup.DELETE,
                TWO_WEEKS,
                COMMAND,
                Topic.Timestamps.BROKER,
                Topic.Spread.BY_STORY);
    }

    private static Topic outcomes(String name, Topic.Key key, Topic.Value value, Topic.Cleanup cleanup) {
        return new Topic(name, key, value, cleanup, FOR_EVER, OUTCOME, Topic.Timestamps.WRITER, Topic.Spread.BY_STORY);
    }

    private static Topic house(String name, Topic.Key key, Topic.Value value) {
        return new Topic(
                name, key, value, Topic.Cleanup.DELETE, FOR_EVER, MIB, Topic.Timestamps.WRITER, Topic.Spread.WHOLE);
    }
}
