package press.stet.newsroom.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.Login;
import press.stet.contract.connection.Mechanism;

/**
 * Where Kafka is, and as whom this part speaks to it.
 *
 * @param brokers {@code host:port} of some of the brokers, with commas between
 * @param user the principal of this part; left out where the brokers ask nobody who they are
 * @param password of that principal
 * @param mechanism how it is proven: {@code SCRAM-SHA-512}, or {@code PLAIN}, which sends the password itself and is for
 *     whoever sets a cluster up by a user of the brokers' own settings
 * @param certificates a PEM file of those who may vouch for the brokers, which turns TLS on
 */
record KafkaKeys(
        String brokers,
        @Nullable String user,
        @Nullable Secret password,
        Mechanism mechanism,
        @Nullable Path certificates) {

    static final KafkaKeys USUAL = new KafkaKeys("", null, null, Mechanism.SCRAM_SHA_512, null);

    /** Whether anybody said where Kafka is. */
    boolean areGiven() {
        return !brokers.isBlank();
    }

    KafkaConnection connection() {
        return new KafkaConnection(brokers, login("kafka", user, password), mechanism, certificates);
    }

    /** Nobody, or somebody who can prove it. */
    static @Nullable Login login(String concern, @Nullable String user, @Nullable Secret password) {
        if (user == null && password == null) {
            return null;
        }
        if (user == null) {
            throw new IllegalArgumentException(concern + ".user must be set where " + concern + ".password is");
        }
        if (password == null) {
            throw new IllegalArgumentException(concern + ".password must be set where " + concern + ".user is");
        }
        return new Login(user, password.text());
    }
}
