package press.stet.newsroom.parts;

import io.javalin.config.JavalinConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.RegistryConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.parts.PartHealth.Alarm;
import press.stet.newsroom.parts.PartHealth.State;
import press.stet.workflow.Health;
import press.stet.workflow.Workflow;
import press.stet.workflow.WorkflowSettings;

/** An instance of the workflow. It needs no database. */
public final class WorkflowPart implements Part {

    private final WorkflowSettings settings;
    private final Registry registry;
    private volatile @Nullable Workflow workflow;

    public WorkflowPart(WorkflowSettings settings, RegistryConnection registry) {
        this.settings = settings;
        this.registry = Registry.at(registry);
    }

    @Override
    public String name() {
        return "workflow";
    }

    @Override
    public void register(JavalinConfig http) {
        // It rules on what comes by Kafka, and serves nobody.
    }

    @Override
    public void start(Waiting waiting) throws InterruptedException {
        Cluster cluster = new Cluster(settings.kafka());
        waiting.untilDone("Kafka at " + settings.kafka().brokers(), cluster::reach);
        Workflow made = new Workflow(settings, new MessageCodec(registry));
        workflow = made;
        waiting.untilDone("topics and schemas", made::look);
        waiting.untilDone("a house", cluster::requireHouse);
        waiting.untilDone("topics and schemas", made::start);
    }

    @Override
    public PartHealth health() {
        Workflow made = workflow;
        if (made == null) {
            return PartHealth.waiting("its start");
        }
        Health health = made.health();
        List<Alarm> alarms = health.alarms().stream()
                .map(alarm -> new Alarm(alarm.about(), alarm.message(), alarm.since()))
                .toList();
        return switch (health.state()) {
            case STARTING -> new PartHealth(State.WAITING, List.of("its start"), alarms);
            case RESTORING -> new PartHealth(State.WAITING, List.of("partitions, and their state from Kafka"), alarms);
            case READY -> new PartHealth(State.READY, List.of(), alarms);
            case STOPPING, STOPPED -> new PartHealth(State.STOPPING, List.of(), alarms);
            case FAILED -> new PartHealth(State.FAILED, List.of(), alarms);
        };
    }

    @Override
    public void close() {
        Workflow made = workflow;
        if (made != null) {
            made.close();
        }
        registry.close();
    }
}
