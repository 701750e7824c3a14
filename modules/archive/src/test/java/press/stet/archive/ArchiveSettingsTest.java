package press.stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.newsroom.Visitors;
import press.stet.contract.connection.KafkaConnection;

class ArchiveSettingsTest {

    private static final KafkaConnection KAFKA = KafkaConnection.open("localhost:9092");

    private static final DatabaseSettings DATABASE =
            new DatabaseSettings("jdbc:postgresql://localhost/stet", "stet", "a secret");

    @Test
    void tell_where_the_database_is_and_never_its_password() {
        assertThat(ArchiveSettings.onOneMachine(KAFKA, DATABASE).toString())
                .contains("stet at jdbc:postgresql://localhost/stet")
                .doesNotContain("secret");
    }

    @Test
    void name_the_key_of_what_makes_no_sense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new ArchiveSettings(KAFKA, DATABASE, null, Visitors.WITH_A_TOKEN, Duration.ofMillis(1), false))
                .withMessageContaining("archive.session");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseSettings("localhost", "stet", ""))
                .withMessageContaining("database.url");
    }
}
