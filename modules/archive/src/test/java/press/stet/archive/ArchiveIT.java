package press.stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.FreshDatabase;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.model.Language;

class ArchiveIT {

    /** Nobody listens there: the port is reserved. */
    private static final KafkaConnection NO_BROKER = KafkaConnection.open("127.0.0.1:1");

    @Test
    @Timeout(60)
    void answers_readers_and_ends_in_order_while_kafka_is_away() throws InterruptedException {
        DatabaseSettings database = FreshDatabase.make();
        try (Registry registry = Registry.at(URI.create("mock://archive"));
                Archive archive =
                        Archive.open(ArchiveSettings.onOneMachine(NO_BROKER, database), new MessageCodec(registry))) {
            archive.migrate();
            archive.start();

            assertThat(archive.awaitReady(Duration.ofMillis(10))).isFalse();
            assertThat(archive.published().front(Language.of("en"), 10, null).editions())
                    .isEmpty();
            assertThat(archive.health()).allSatisfy(each -> {
                assertThat(each.isWell()).isFalse();
                assertThat(each.ready()).isFalse();
            });
        }
    }

    @Test
    void two_of_them_may_bring_a_database_up_at_once() throws InterruptedException {
        DatabaseSettings database = FreshDatabase.make();
        try (Registry registry = Registry.at(URI.create("mock://archive"))) {
            MessageCodec codec = new MessageCodec(registry);
            Runnable open = () -> {
                try (Archive archive = Archive.open(ArchiveSettings.inACluster(NO_BROKER, database), codec)) {
                    archive.migrate();
                }
            };
            Thread one = Thread.startVirtualThread(open);
            Thread two = Thread.startVirtualThread(open);
            await().until(() -> !one.isAlive() && !two.isAlive());

            try (Archive archive = Archive.open(ArchiveSettings.inACluster(NO_BROKER, database), codec)) {
                archive.migrate();
                assertThat(archive.published().languages()).isEmpty();
            }
        }
    }
}
