package press.stet.newsroom.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a part answers over HTTP: how it is, and what it serves.
 *
 * @param address of the interface to listen on; {@code 0.0.0.0} for all of them
 * @param port to listen on; 0 for any that is free
 * @param certificates a PEM file with the part's own certificate and those between it and its root; switches HTTPS on
 * @param key a PEM file with the private key (PKCS #8) of that certificate
 */
public record HttpSettings(
        String address,
        int port,
        @Nullable Path certificates,
        @Nullable Path key) {

    static final HttpSettings USUAL = new HttpSettings("127.0.0.1", 8080, null, null);

    private static final int HIGHEST_PORT = 65_535;

    public HttpSettings {
        if (address.isBlank()) {
            throw new IllegalArgumentException("http.address must name an interface, such as 127.0.0.1");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("http.port must be from 0 to " + HIGHEST_PORT + ", got " + port);
        }
        if ((certificates == null) != (key == null)) {
            throw new IllegalArgumentException(
                    "http.certificates and http.key must both be set, for HTTPS, or neither");
        }
    }

    /** Plain HTTP for this machine alone. */
    public static HttpSettings onThisMachine(int port) {
        return new HttpSettings(USUAL.address(), port, null, null);
    }
}
