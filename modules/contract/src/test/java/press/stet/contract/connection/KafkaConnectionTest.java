package press.stet.contract.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {

    private static final KafkaConnection NOBODY_ASKED = KafkaConnection.open("one:9092,two:9092");
    private static final Path CERTIFICATES = Path.of("those-who-vouch.pem");

    @Test
    void whoever_is_not_asked_says_nothing_of_themselves() {
        assertThat(NOBODY_ASKED.settings())
                .containsEntry("bootstrap.servers", "one:9092,two:9092")
                .containsEntry("security.protocol", "PLAINTEXT")
                .doesNotContainKey(SaslConfigs.SASL_JAAS_CONFIG);
    }

    @Test
    void a_password_of_any_characters_reaches_kafka_as_it_is() {
        String password = "a \"quoted\\\" $ecret; with = everything";
        var settings = NOBODY_ASKED.as(new Login("draft", password)).settings();
        assertThat(settings)
                .containsEntry("security.protocol", "SASL_PLAINTEXT")
                .containsEntry("sasl.mechanism", "SCRAM-SHA-512");
        var entries = JaasContext.loadClientContext(settings(settings)).configurationEntries();
        assertThat(entries).singleElement().satisfies(entry -> {
            assertThat(entry.getLoginModuleName()).isEqualTo(ScramLoginModule.class.getName());
            assertThat(entry.getOptions()).isEqualTo(Map.of("username", "draft", "password", password));
        });
    }

    @Test
    void whoever_sets_a_cluster_up_may_prove_themselves_by_the_password_alone() {
        KafkaConnection root = new KafkaConnection("one:9092", new Login("root", "r"), Mechanism.PLAIN, null);
        for (var settings :
                List.of(root.settings(), root.as(new Login("other", "o")).settings())) {
            assertThat(settings).containsEntry("sasl.mechanism", "PLAIN");
            assertThat(JaasContext.loadClientContext(settings(settings)).configurationEntries())
                    .singleElement()
                    .returns(PlainLoginModule.class.getName(), AppConfigurationEntry::getLoginModuleName);
        }
    }

    @Test
    void those_who_vouch_for_the_brokers_turn_tls_on() {
        assertThat(new KafkaConnection("one:9092", new Login("site", "s"), CERTIFICATES).settings())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.truststore.location", CERTIFICATES.toString());
        assertThat(new KafkaConnection("one:9092", null, CERTIFICATES).settings())
                .containsEntry("security.protocol", "SSL");
    }

    @Test
    void a_password_is_never_printed() {
        Login login = new Login("site", "s3cret");
        assertThat(NOBODY_ASKED.as(login)).hasToString("site at one:9092,two:9092");
        assertThat(new RegistryConnection(URI.create("https://registry.example"), login, null))
                .hasToString("site at https://registry.example");
    }

    @Test
    void a_connection_to_nowhere_is_refused_by_its_key() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KafkaConnection.open(" "))
                .withMessageContaining("kafka.brokers");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Login("site", ""))
                .withMessageContaining("site");
    }

    /** As the clients hand them on. */
    private static Map<String, Object> settings(Map<String, Object> settings) {
        settings.computeIfPresent(SaslConfigs.SASL_JAAS_CONFIG, (_, text) -> new Password(text.toString()));
        return settings;
    }
}
