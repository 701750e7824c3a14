package press.stet.newsroom.settings;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.RegistryConnection;

/**
 * Where the schema registry is, and as whom this part speaks to it.
 *
 * @param url of its Confluent-compatible interface, such as {@code http://localhost:8081/apis/ccompat/v7}
 * @param user for HTTP basic authentication; left out where the registry asks nobody who they are
 * @param password of that user
 * @param certificates a PEM file of those who may vouch for the registry where its address is https; left out for those that
 *     the JDK knows
 */
record RegistryKeys(
        URI url,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path certificates) {

    static final RegistryKeys USUAL = new RegistryKeys(URI.create(""), null, null, null);

    RegistryConnection connection() {
        if (url.getScheme() == null) {
            throw new IllegalArgumentException("registry.url must be the address of a schema registry, such as"
                    + " http://localhost:8081/apis/ccompat/v7, got '" + url + "'");
        }
        return new RegistryConnection(url, KafkaKeys.login("registry", user, password), certificates);
    }
}
