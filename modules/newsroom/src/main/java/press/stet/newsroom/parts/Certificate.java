package press.stet.newsroom.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import press.stet.newsroom.settings.HttpSettings;

/** With what a part proves who it is to those who ask it over HTTPS. PEM is read by what reads it for Kafka's clients and brokers. */
record Certificate(SslContextFactory.Server context) {

    /**
     * That of these settings; empty for plain HTTP.
     *
     * @throws CannotRun if its files cannot be used
     */
    static Optional<Certificate> of(HttpSettings settings) {
        Path chain = settings.certificates();
        Path key = settings.key();
        if (chain == null || key == null) {
            return Optional.empty();
        }
        try (DefaultSslEngineFactory pem = new DefaultSslEngineFactory()) {
            pem.configure(Map.of(
                    SslConfigs.SSL_PROTOCOL_CONFIG,
                    SslConfigs.DEFAULT_SSL_PROTOCOL,
                    SslConfigs.SSL_ENABLED_PROTOCOLS_CONFIG,
                    List.of(SslConfigs.DEFAULT_SSL_ENABLED_PROTOCOLS.split(",")),
                    // The JDK's own choice.
                    SslConfigs.SSL_CIPHER_SUITES_CONFIG,
                    List.of(),
                    SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                    DefaultSslEngineFactory.PEM_TYPE,
                    SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG,
                    new Password(Files.readString(chain)),
                    SslConfigs.SSL_KEYSTORE_KEY_CONFIG,
                    new Password(Files.readString(key))));
            SslContextFactory.Server context = new SslContextFactory.Server();
            context.setSslContext(pem.sslContext());
            return Optional.of(new Certificate(context));
        } catch (IOException unreadable) {
            throw new CannotRun("http.certificates or http.key cannot be read: " + unreadable, unreadable);
        } catch (KafkaException unusable) {
            throw new CannotRun(
                    "http.certificates (" + chain + ") and http.key (" + key
                            + ") are no certificate with its key in PEM: " + unusable.getMessage(),
                    unusable);
        }
    }
}
