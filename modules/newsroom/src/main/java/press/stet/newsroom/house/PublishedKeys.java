package press.stet.newsroom.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import press.stet.contract.proof.KeySet;
import press.stet.model.house.Issuer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the public keys of issuers where they publish them: from a file, from an https address, or from where the issuer's own
 * configuration says that they are. Plain http is taken from this machine alone; nobody is followed elsewhere.
 */
final class PublishedKeys {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** Some hundred keys. */
    private static final int MOST_BYTES = 1 << 20;

    private final HttpClient http;
    private final Consumer<String> told;

    /**
     * Reads them by this client.
     *
     * @param told of each key that is left out, and why
     */
    PublishedKeys(HttpClient http, Consumer<String> told) {
        this.http = http;
        this.told = told;
    }

    /** A client that follows nobody elsewhere. */
    static HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(ANSWER)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * The issuer with its keys as they are published now.
     *
     * @throws HouseRefused if they cannot be read, or none of them is taken
     */
    Issuer of(NamedIssuer named) {
        URI given = named.keys();
        URI address = given == null ? discovered(named) : given;
        boolean isFile = given != null && "file".equals(given.getScheme());
        KeySet keys;
        try {
            keys = KeySet.read(isFile ? file(named, address) : get(named, address));
        } catch (IllegalArgumentException unfit) {
            throw refused(named, "the keys at " + address + " are not taken: " + unfit.getMessage());
        }
        keys.leftOut().forEach(line -> told.accept("Issuer " + named.name() + ": " + line));
        return new Issuer(named.name(), named.audience(), named.claim(), keys.keys());
    }

    /** Where the issuer's configuration says that its keys are; it must be that issuer's. */
    private URI discovered(NamedIssuer named) {
        URI address = URI.create(named.name().replaceAll("/$", "") + "/.well-known/openid-configuration");
        JsonNode configuration;
        try {
            configuration = JsonMapper.shared().readTree(get(named, address));
        } catch (JacksonException malformed) {
            throw refused(named, address + " does not answer JSON: " + malformed.getOriginalMessage());
        }
        String issuer = configuration.path("issuer").asString("");
        if (!issuer.equals(named.name())) {
            throw refused(named, address + " is the configuration of '" + issuer + "', not of '" + named.name() + "'");
        }
        try {
            return new URI(configuration.path("jwks_uri").asString(""));
        } catch (URISyntaxException nonsense) {
            throw refused(
                    named, address + " says that the keys are at '" + nonsense.getInput() + "', which is no address");
        }
    }

    private static String file(NamedIssuer named, URI address) {
        try {
            return Files.readString(Path.of(address));
        } catch (IOException unreadable) {
            throw refused(
                    named, "the keys in " + Path.of(address) + " cannot be read as UTF-8 text (" + unreadable + ")");
        }
    }

    private String get(NamedIssuer named, URI address) {
        if (!"https".equals(address.getScheme()) && !isHere(address)) {
            throw refused(named, "keys are read from a file or an https address, not from '" + address + "'");
        }
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Accept", "application/json")
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(
                    request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), MOST_BYTES));
            if (answer.statusCode() != 200) {
                throw refused(named, address + " answers with status " + answer.statusCode());
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw refused(
                    named,
                    address + " does not answer (" + failed + "); the house in force stays as it is until it does");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw refused(named, "stopped while waiting for " + address);
        }
    }

    /** Where nobody can listen on the way. */
    private static boolean isHere(URI address) {
        String host = address.getHost();
        if (!"http".equals(address.getScheme()) || host == null) {
            return false;
        }
        try {
            return host.equals("localhost")
                    || InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private static HouseRefused refused(NamedIssuer named, String what) {
        return new HouseRefused(named.where(), what);
    }
}
