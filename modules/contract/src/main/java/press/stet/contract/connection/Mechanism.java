package press.stet.contract.connection;

import java.util.Arrays;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.plain.internals.PlainSaslServer;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.apache.kafka.common.security.scram.internals.ScramMechanism;

/** How brokers are convinced of who one is. */
public enum Mechanism {
    /** The password never leaves this machine, and brokers keep none (RFC 5802, KIP-84). */
    SCRAM_SHA_512(ScramMechanism.SCRAM_SHA_512.mechanismName(), ScramLoginModule.class),
    /**
     * The password is sent as it is: over TLS, or between machines that nobody listens in on. For who sets a cluster up, since
     * brokers know of no SCRAM users before somebody has made them.
     */
    PLAIN(PlainSaslServer.PLAIN_MECHANISM, PlainLoginModule.class);

    private final String key;
    private final String module;

    Mechanism(String key, Class<?> module) {
        this.key = key;
        this.module = module.getName();
    }

    /** As brokers call it. */
    public String key() {
        return key;
    }

    /**
     * The mechanism that brokers call so.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Mechanism of(String key) {
        return Arrays.stream(values())
                .filter(mechanism -> mechanism.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mechanism is called '" + key + "'"));
    }

    String module() {
        return module;
    }

    @Override
    public String toString() {
        return key;
    }
}
