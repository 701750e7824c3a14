package press.stet.contract.connection;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is, as whom one speaks to it, and whether nobody can listen.
 *
 * @param brokers {@code host:port}, several with commas between
 * @param login null where brokers ask nobody who they are
 * @param mechanism how the login is proven
 * @param certificates a PEM file of those who may vouch for the brokers, which turns TLS on; null for plain text
 */
public record KafkaConnection(
        String brokers,
        @Nullable Login login,
        Mechanism mechanism,
        @Nullable Path certificates) {

    public KafkaConnection {
        if (brokers.isBlank()) {
            throw new IllegalArgumentException("kafka.brokers must name a broker, such as localhost:9092");
        }
    }

    /** One whose login, if it has one, is proven by SCRAM-SHA-512. */
    public KafkaConnection(String brokers, @Nullable Login login, @Nullable Path certificates) {
        this(brokers, login, Mechanism.SCRAM_SHA_512, certificates);
    }

    /** To brokers that ask nobody who they are, on a machine of one's own. */
    public static KafkaConnection open(String brokers) {
        return new KafkaConnection(brokers, null, null);
    }

    /** The same brokers, spoken to as somebody else. */
    public KafkaConnection as(@Nullable Login other) {
        return new KafkaConnection(brokers, other, mechanism, certificates);
    }

    /** What every client of Kafka is set up with, whatever it does. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol().name);
        if (login != null) {
            settings.put(SaslConfigs.SASL_MECHANISM, mechanism.key());
            settings.put(
                    SaslConfigs.SASL_JAAS_CONFIG,
                    mechanism.module() + " required username=\"" + quoted(login.user()) + "\" password=\""
                            + quoted(login.password()) + "\";");
        }
        if (certificates != null) {
            settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, certificates.toString());
        }
        return settings;
    }

    private SecurityProtocol protocol() {
        if (certificates == null) {
            return login == null ? SecurityProtocol.PLAINTEXT : SecurityProtocol.SASL_PLAINTEXT;
        }
        return login == null ? SecurityProtocol.SSL : SecurityProtocol.SASL_SSL;
    }

    /** As the grammar of JAAS reads it back. */
    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Where and as whom, without the password. */
    @Override
    public String toString() {
        return (login == null ? "" : login + " at ") + brokers + (certificates == null ? "" : " over TLS");
    }
}
