package press.stet.newsroom.command;

import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.RegistryConnection;
import press.stet.newsroom.settings.Settings;

/** Where a newsroom's Kafka and registry are, and how many partitions its topics about stories have. */
record Whereabouts(KafkaConnection kafka, RegistryConnection registry, int partitions) {

    /** As settings have it where they say where Kafka is, else as the newsroom itself says. */
    static Whereabouts of(Settings settings, NewsroomView view) {
        return settings.nameKafka()
                ? new Whereabouts(settings.kafka(), settings.registry(), settings.partitions())
                : view.whereabouts();
    }
}
