package press.stet.workflow;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.RegistryUnavailable;
import press.stet.contract.registry.SchemaNotRegistered;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.workflow.cluster.FirstOffsets;
import press.stet.workflow.cluster.Fitness;
import press.stet.workflow.cluster.TopicsMissing;

/**
 * An instance of the workflow: it rules on the commands in the partitions that its group gives it. Start it once and close it
 * once. {@link #health} may be asked by any thread at any time, and {@link #close} may be called while it still starts.
 */
public final class Workflow implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workflow.class);

    private static final List<Topic> INPUTS =
            List.of(Topics.DRAFTS, Topics.REVIEWS, Topics.TRANSLATIONS, Topics.PUBLICATIONS);

    /** Every command that was ruled on left a trace in one of these. */
    private static final List<Topic> OUTPUTS = List.of(Topics.EVENTS, Topics.REFUSALS);

    /** A stop waits for one commit and for the state to be written to the disk. */
    private static final Duration STOP = Duration.ofSeconds(30);

    private final WorkflowSettings settings;
    private final MessageCodec codec;
    private final Alarms alarms = new Alarms();
    private final Patience patience;
    private final StateMemory memory;
    private final Takeover takeover = new Takeover();
    private final KafkaStreams streams;

    /** For timers. */
    private final AskedEnds ends;

    private volatile boolean failedToStart;

    /**
     * Sets an instance up; it does nothing before it is started.
     *
     * @param codec stays the caller's to close, after this
     */
    public Workflow(WorkflowSettings settings, MessageCodec codec) {
        this.settings = settings;
        this.codec = codec;
        this.patience = new Patience(settings.registryPatience(), alarms);
        this.memory = new StateMemory(settings.stateMemory());
        this.ends = new AskedEnds(
                Admin.create(settings.kafka().settings()),
                StreamsSettings.APPLICATION,
                INPUTS,
                settings.partitions(),
                InstantSource.system());
        Map<String, Object> all = StreamsSettings.of(settings, memory);
        CommitWhenDrained commits = new CommitWhenDrained();
        Topology topology = new NewsroomTopology(
                        settings.partitions(),
                        codec,
                        patience,
                        alarms,
                        Proving.by(settings.actors()),
                        () -> new AskedBacklog(ends, INPUTS),
                        commits)
                .build(all);
        this.streams = new KafkaStreams(topology, new StreamsConfig(all), commits);
        streams.setUncaughtExceptionHandler(new Failures(alarms));
        streams.setGlobalStateRestoreListener(takeover);
        streams.setStandbyUpdateListener(takeover);
        streams.setStateListener((now, _) -> {
            if (now == KafkaStreams.State.RUNNING) {
                takeover.tell();
                alarms.clear(Failures.THREAD);
            }
        });
    }

    /**
     * Looks whether everything is there that the workflow starts on, and as it must be. May be called again while something is
     * not there yet.
     *
     * @throws BrokersUnavailable if Kafka does not answer
     * @throws TopicsMissing if topics are not there yet
     * @throws press.stet.workflow.cluster.UnfitCluster if Kafka is not as it must be
     * @throws RegistryUnavailable if the registry does not answer
     * @throws SchemaNotRegistered if the registry does not know this build's schemas yet
     */
    public void look() {
        try (Admin admin = Admin.create(settings.kafka().settings())) {
            Fitness.require(admin, Topics.ALL, settings.partitions());
            new FirstOffsets(admin, StreamsSettings.APPLICATION).require(INPUTS, OUTPUTS, settings.partitions());
        }
        // So that the registry may be away later, and only a sender of a newer kind has to wait for it.
        codec.warmUp(Topics.ALL);
    }

    /**
     * Looks, then begins to rule on commands as soon as house rules, staff and state are there. Returns when the house rules
     * and the staff list have been read. May be called again after an exception of {@link #look} that tells of something that
     * is not there yet.
     *
     * @throws RuntimeException as {@link #look} does, or if Kafka Streams cannot start; {@link #close} is due all the same
     */
    public void start() {
        try {
            look();
            streams.start();
        } catch (BrokersUnavailable | TopicsMissing | RegistryUnavailable | SchemaNotRegistered notYet) {
            throw notYet;
        } catch (RuntimeException failure) {
            failedToStart = true;
            alarms.raise(Failures.WORKFLOW, "this instance could not start: " + failure.getMessage());
            throw failure;
        }
    }

    /** How the instance is at this moment. */
    public Health health() {
        return new Health(failedToStart ? Health.State.FAILED : state(), alarms.standing());
    }

    private Health.State state() {
        return switch (streams.state()) {
            case CREATED -> Health.State.STARTING;
            case REBALANCING -> Health.State.RESTORING;
            case RUNNING -> Health.State.READY;
            case PENDING_SHUTDOWN -> Health.State.STOPPING;
            case NOT_RUNNING -> Health.State.STOPPED;
            case PENDING_ERROR, ERROR -> Health.State.FAILED;
        };
    }

    /**
     * Finishes the command at hand, commits, and leaves the group, so that others take over at once. Waits for that at most
     * half a minute.
     */
    @Override
    public void close() {
        patience.end();
        boolean closed = streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(STOP));
        ends.close();
        if (closed) {
            memory.close();
        } else {
            LOG.warn(
                    "The workflow did not stop within {} s; what it has not committed will be ruled on again",
                    STOP.toSeconds());
        }
    }
}
