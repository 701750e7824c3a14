package press.stet.archive.projection;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** Whether a consumer has a connection to any broker: its polls come back empty in either case. */
final class Brokers {

    private final Consumer<?, ?> consumer;
    private @Nullable Metric connections;

    Brokers(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    boolean areAway() {
        if (connections == null) {
            consumer.metrics().forEach((name, metric) -> {
                if (isCountOfConnections(name)) {
                    connections = metric;
                }
            });
        }
        return connections != null && connections.metricValue() instanceof Double count && count == 0;
    }

    private static boolean isCountOfConnections(MetricName name) {
        return name.group().equals("consumer-metrics") && name.name().equals("connection-count");
    }
}
