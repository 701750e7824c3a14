package press.stet.bench.ground;

import java.time.Duration;
import java.util.Map;
import press.stet.contract.connection.RegistryConnection;
import press.stet.newsroom.parts.Waiting;
import press.stet.newsroom.parts.WorkflowPart;
import press.stet.workflow.WorkflowSettings;

/** The workflow of a newsroom on one machine, as the newsroom starts it, in this process. */
public final class RunningWorkflow implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(10);

    private final WorkflowPart part;

    private RunningWorkflow(WorkflowPart part) {
        this.part = part;
    }

    /**
     * Starts it, and returns when it rules.
     *
     * @param further settings of Kafka Streams that go before its own
     */
    public static RunningWorkflow on(Ground ground, Map<String, String> further) throws InterruptedException {
        return start(
                ground,
                WorkflowSettings.onOneMachine(ground.kafka(), ground.streams()).with(further));
    }

    private static RunningWorkflow start(Ground ground, WorkflowSettings settings) throws InterruptedException {
        WorkflowPart part = new WorkflowPart(
                settings, RegistryConnection.open(ground.parts().registry().url()));
        RunningWorkflow running = new RunningWorkflow(part);
        try {
            part.start(new Waiting());
            running.awaitReady();
            return running;
        } catch (RuntimeException | InterruptedException failure) {
            part.close();
            throw failure;
        }
    }

    private void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!part.health().isReady()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the workflow does not rule after " + LONGEST_START);
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        part.close();
    }
}
