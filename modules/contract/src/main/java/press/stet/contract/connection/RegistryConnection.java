package press.stet.contract.connection;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the schema registry is, and as whom one speaks to it.
 *
 * @param url such as {@code http://127.0.0.1:8081/apis/ccompat/v7}
 * @param login sent as HTTP basic authentication; null where the registry asks nobody who they are
 * @param certificates a PEM file of those who may vouch for the registry, where its address is https; null for those that the
 *     JDK knows
 */
public record RegistryConnection(
        URI url, @Nullable Login login, @Nullable Path certificates) {

    /** To a registry that asks nobody who they are. */
    public static RegistryConnection open(URI url) {
        return new RegistryConnection(url, null, null);
    }

    /** Where and as whom, without the password. */
    @Override
    public String toString() {
        return (login == null ? "" : login + " at ") + url;
    }
}
