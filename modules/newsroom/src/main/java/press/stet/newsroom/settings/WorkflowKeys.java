package press.stet.newsroom.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.workflow.WorkflowSettings;
import press.stet.workflow.WorkflowSettings.Pace;
import press.stet.workflow.WorkflowSettings.Safety;

/**
 * How an instance of the workflow works.
 *
 * @param stateDirectory where its state is kept between starts, a directory for each instance; restored from Kafka where there
 *     is none
 * @param stateMemory what all state stores together take outside of the Java heap
 * @param threads how many commands are ruled on at the same time, at most one per partition
 * @param registryPatience how long a record waits for a schema registry that does not answer before its task is begun anew
 * @param commitInterval how long rulings are gathered at most while commands wait; they are committed, and seen, at once when none does
 * @param sessionTimeout after how long without a sign of life an instance counts as dead and others take over. Brokers allow
 *     6 s and more, unless their {@code group.min.session.timeout.ms} is lower
 * @param transactionTimeout after how long the brokers give up what a dead instance left half done, and let readers go on
 * @param copies on how many brokers each changelog of the state is kept
 * @param standbys how many other instances keep a copy of the state at hand, to take over at once
 * @param instance a name that this instance keeps through restarts, so that it takes up its partitions at once even after it
 *     was killed; no two running instances may have the same. Left out for an instance without a name
 */
record WorkflowKeys(
        Path stateDirectory,
        Size stateMemory,
        int threads,
        Duration registryPatience,
        Duration commitInterval,
        Duration sessionTimeout,
        Duration transactionTimeout,
        int copies,
        int standbys,
        @Nullable String instance) {

    static final WorkflowKeys USUAL = new WorkflowKeys(
            Path.of("state"),
            new Size(WorkflowSettings.USUAL_MEMORY),
            1,
            WorkflowSettings.USUAL_PATIENCE,
            Pace.ANY_BROKERS.commit(),
            Pace.ANY_BROKERS.session(),
            Pace.ANY_BROKERS.transaction(),
            Safety.CLUSTER.copies(),
            Safety.CLUSTER.standbys(),
            null);

    WorkflowSettings settings(KafkaConnection kafka, int partitions) {
        return new WorkflowSettings(
                kafka,
                partitions,
                stateDirectory,
                stateMemory.bytes(),
                threads,
                registryPatience,
                new Pace(commitInterval, sessionTimeout, transactionTimeout),
                new Safety(copies, standbys),
                instance,
                WorkflowSettings.Actors.PROVEN,
                Map.of());
    }
}
