package press.stet.newsroom.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.proof.PrivateKeys;
import press.stet.model.house.Issuer;

class PublishedKeysTest {

    private static final PrivateKeys KEYS = PrivateKeys.made();

    private final List<String> told = new ArrayList<>();
    private final HttpClient http = PublishedKeys.client();
    private final PublishedKeys keys = new PublishedKeys(http, told::add);
    private final HttpServer server;

    @TempDir
    private Path folder;

    PublishedKeysTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        http.close();
    }

    @Test
    void keys_are_read_from_a_file() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), published());

        assertThat(keys.of(issuer("metro", file.toUri())))
                .isEqualTo(new Issuer("metro", "newsroom", "preferred_username", KEYS.published()));
        assertThat(told).isEmpty();
    }

    @Test
    void keys_are_read_from_an_address() {
        answers("/keys", 200, published());

        assertThat(keys.of(issuer("metro", at("/keys"))).keys()).isEqualTo(KEYS.published());
    }

    @Test
    void an_issuer_says_itself_where_its_keys_are() {
        String name = at("/realms/news").toString();
        answers(
                "/realms/news/.well-known/openid-configuration",
                200,
                "{\"issuer\":\"" + name + "\",\"jwks_uri\":\"" + at("/certs") + "\"}");
        answers("/certs", 200, published());

        assertThat(keys.of(issuer(name, null)).keys()).isEqualTo(KEYS.published());
    }

    @Test
    void the_configuration_of_another_issuer_is_not_believed() {
        String name = at("/realms/news").toString();
        answers(
                "/realms/news/.well-known/openid-configuration",
                200,
                "{\"issuer\":\"https://evil.example\",\"jwks_uri\":\"" + at("/certs") + "\"}");

        refused(issuer(name, null), "https://evil.example", name);
    }

    @Test
    void a_configuration_leads_to_no_file_and_to_no_address_that_others_can_listen_to() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), published());
        String name = at("").toString();
        for (String place : List.of(file.toUri().toString(), "http://login.example/certs", "")) {
            answers(
                    "/.well-known/openid-configuration",
                    200,
                    "{\"issuer\":\"" + name + "\",\"jwks_uri\":\"" + place + "\"}");
            refused(issuer(name, null), "https address", place);
            server.removeContext("/.well-known/openid-configuration");
        }
    }

    @Test
    void nobody_is_followed_elsewhere() {
        server.createContext("/keys", exchange -> {
            exchange.getResponseHeaders().add("Location", at("/moved").toString());
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        answers("/moved", 200, published());

        refused(issuer("metro", at("/keys")), "/keys", "status 302");
    }

    @Test
    void what_does_not_answer_or_is_no_set_of_keys_is_named() {
        answers("/nothing", 404, "");
        answers("/page", 200, "<html>");
        answers("/long", 200, "x".repeat(2 << 20));

        refused(issuer("metro", at("/nothing")), "/nothing", "404");
        refused(issuer("metro", at("/page")), "/page", "no set of JSON Web Keys");
        refused(issuer("metro", at("/long")), "/long", "does not answer");
        refused(issuer("metro", URI.create("https://127.0.0.1:1/keys")), "https://127.0.0.1:1/keys", "does not answer");
        refused(issuer("metro", folder.resolve("none.json").toUri()), "none.json", "cannot be read");
    }

    @Test
    void private_keys_are_not_taken_for_public_ones() throws IOException {
        Path file = Files.writeString(folder.resolve("keys.json"), KEYS.written());

        refused(issuer("metro", file.toUri()), "keys.json", "private");
    }

    @Test
    void a_key_that_is_left_out_is_told() throws IOException {
        String forEncryption =
                PrivateKeys.made().published().getFirst().jwk().replaceFirst("\\}$", ",\"use\":\"enc\"}");
        Path file =
                Files.writeString(folder.resolve("keys.json"), published().replace("]}", "," + forEncryption + "]}"));

        assertThat(keys.of(issuer("metro", file.toUri())).keys()).hasSize(1);
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("Issuer metro: key '")
                .contains("is left out: it is not for signatures but for 'enc'");
    }

    private void refused(NamedIssuer issuer, String... words) {
        assertThatExceptionOfType(HouseRefused.class)
                .isThrownBy(() -> keys.of(issuer))
                .withMessageStartingWith("house.yaml: issuers.")
                .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
    }

    private void answers(String path, int status, String body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private static NamedIssuer issuer(String name, @Nullable URI keys) {
        return new NamedIssuer("house.yaml: issuers." + name, name, "newsroom", "preferred_username", keys);
    }

    private static String published() {
        return KEYS.published().stream().map(Issuer.Key::jwk).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
