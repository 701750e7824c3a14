package press.stet.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.nio.file.Path;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.registry.Registry;
import press.stet.contract.setup.Findings;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.TopicsDiffer;

/** Topics that came to be between the look and the making: by another set-up, or by a try whose answer was lost. */
class TwoSetUpsIT {

    @TempDir
    private Path directory;

    private ASecuredBroker broker;
    private Admin admin;
    private Registry registry;

    @BeforeEach
    void start() throws Exception {
        broker = new ASecuredBroker(directory);
        admin = broker.admin();
        registry = Registry.at(URI.create("mock://two-set-ups"));
    }

    @AfterEach
    void stop() {
        registry.close();
        admin.close();
        broker.close();
    }

    @Test
    void a_topic_that_is_there_by_now_as_it_should_be_is_taken_as_made_and_another_is_named() throws Exception {
        Findings first = of(3).look();
        Findings second = of(3).look();
        Findings other = of(4).look();

        first.make();
        second.make();

        assertThat(of(3).look()).isEqualTo(Findings.NONE);
        assertThatExceptionOfType(TopicsDiffer.class)
                .isThrownBy(other::make)
                .withMessageContaining("stet.drafts has 3 partitions and should have 4");
    }

    private TopicSetup of(int partitions) {
        return new TopicSetup(admin, registry, partitions);
    }
}
