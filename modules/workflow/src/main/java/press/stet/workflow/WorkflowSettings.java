package press.stet.workflow;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topics;

/**
 * What an instance of the workflow is set up with.
 *
 * @param kafka where Kafka is, and as whom the workflow speaks to it
 * @param partitions how many partitions the newsroom's topics have
 * @param stateDirectory where its state is kept between starts; it is restored from Kafka where there is none
 * @param stateMemory what all state stores together take outside of the Java heap, in bytes
 * @param threads how many commands are ruled on at the same time, at most one per partition
 * @param registryPatience how long a record waits for a schema registry that does not answer before its task is begun anew
 * @param pace how soon what was ruled is seen, and how soon a death is noticed
 * @param safety how many machines keep the state
 * @param instance a name that this instance keeps through restarts, so that it takes up its partitions at once even after it
 *     was killed; no two running instances may have the same. Null for an instance without a name
 * @param actors whether those who send commands must prove who they are
 * @param further settings of Kafka Streams that go before all others
 */
public record WorkflowSettings(
        KafkaConnection kafka,
        int partitions,
        Path stateDirectory,
        long stateMemory,
        int threads,
        Duration registryPatience,
        Pace pace,
        Safety safety,
        @Nullable String instance,
        Actors actors,
        Map<String, String> further) {

    /** Below this RocksDB gives up buffering. */
    private static final long LEAST_MEMORY = 16L << 20;

    public static final long USUAL_MEMORY = 128L << 20;

    public static final Duration USUAL_PATIENCE = Duration.ofMinutes(1);

    /** How long a thread may be busy before the broker gives its partitions to another ({@code max.poll.interval.ms}). */
    static final Duration LONGEST_BUSY = Duration.ofMinutes(5);

    /** Leaves a thread a minute for the other records that came with one it waits for. */
    private static final Duration LONGEST_PATIENCE = LONGEST_BUSY.minusMinutes(1);

    /**
     * Times of the Kafka protocol.
     *
     * @param commit how long rulings are gathered at most, before they are committed and seen: while commands wait, since they are
     *     committed at once when none does
     * @param session after how long without a sign of life an instance counts as dead; the broker's least is 6 s unless set
     * @param transaction after how long the broker gives up what a dead instance left half done, and lets readers go on
     */
    public record Pace(Duration commit, Duration session, Duration transaction) {

        /** For brokers set up for Stet: a death costs two or three seconds. */
        public static final Pace QUICK = new Pace(Duration.ofMillis(50), Duration.ofSeconds(2), Duration.ofSeconds(2));

        /** For brokers as they come: they take no shorter session. */
        public static final Pace ANY_BROKERS =
                new Pace(Duration.ofMillis(50), Duration.ofSeconds(6), Duration.ofSeconds(2));

        public Pace {
            requirePositive("commit-interval", commit);
            requirePositive("session-timeout", session);
            requirePositive("transaction-timeout", transaction);
            if (commit.compareTo(transaction) >= 0) {
                throw new IllegalArgumentException("workflow.commit-interval must be shorter than"
                        + " workflow.transaction-timeout, got " + commit + " and " + transaction);
            }
        }
    }

    /**
     * How the state outlives machines.
     *
     * @param copies on how many brokers each changelog is kept
     * @param standbys how many other instances keep a copy of the state at hand
     */
    public record Safety(int copies, int standbys) {

        /** One broker, one instance. */
        public static final Safety ONE_MACHINE = new Safety(1, 0);

        /** Three brokers, two instances or more. */
        public static final Safety CLUSTER = new Safety(3, 1);

        public Safety {
            requireAtLeast("copies", 1, copies);
            requireAtLeast("standbys", 0, standbys);
        }
    }

    /** What is asked of those who send commands. No file and no variable sets it. */
    public enum Actors {
        /** A token of an issuer that the house trusts, and without one no command is accepted. */
        PROVEN,
        /** Nothing: on one machine, where nobody else can reach the broker. */
        TAKEN_AT_THEIR_WORD
    }

    public WorkflowSettings {
        further = Map.copyOf(further);
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, got " + partitions);
        }
        if (instance != null && instance.isBlank()) {
            throw new IllegalArgumentException("workflow.instance must be left out or be a name");
        }
        requireAtLeast("threads", 1, threads);
        if (stateMemory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "workflow.state-memory must be at least " + LEAST_MEMORY + " bytes, got " + stateMemory);
        }
        requirePositive("registry-patience", registryPatience);
        if (registryPatience.compareTo(LONGEST_PATIENCE) > 0) {
            throw new IllegalArgumentException(
                    "workflow.registry-patience must be at most " + LONGEST_PATIENCE + ", got " + registryPatience);
        }
    }

    /** For a newsroom on one machine, whose people are taken at their word. */
    public static WorkflowSettings onOneMachine(KafkaConnection kafka, Path stateDirectory) {
        return new WorkflowSettings(
                kafka,
                Topics.PARTITIONS_OF_ONE_MACHINE,
                stateDirectory,
                USUAL_MEMORY,
                1,
                USUAL_PATIENCE,
                Pace.QUICK,
                Safety.ONE_MACHINE,
                null,
                Actors.TAKEN_AT_THEIR_WORD,
                Map.of());
    }

    /** The same, but that nobody is taken at their word. */
    public WorkflowSettings demandingProof() {
        return with(Actors.PROVEN, further);
    }

    /** The same, but with these further settings of Kafka Streams alone. */
    public WorkflowSettings with(Map<String, String> settings) {
        return with(actors, settings);
    }

    private WorkflowSettings with(Actors senders, Map<String, String> settings) {
        return new WorkflowSettings(
                kafka,
                partitions,
                stateDirectory,
                stateMemory,
                threads,
                registryPatience,
                pace,
                safety,
                instance,
                senders,
                settings);
    }

    private static void requirePositive(String key, Duration found) {
        if (!found.isPositive()) {
            throw new IllegalArgumentException("workflow." + key + " must be positive, got " + found);
        }
    }

    private static void requireAtLeast(String key, int least, int found) {
        if (found < least) {
            throw new IllegalArgumentException("workflow." + key + " must be at least " + least + ", got " + found);
        }
    }
}
