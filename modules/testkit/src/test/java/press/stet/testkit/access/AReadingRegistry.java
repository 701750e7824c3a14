package press.stet.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import press.stet.newsroom.embedded.EmbeddedRegistry;

/**
 * A second registry on the database of the first, as the parts of a newsroom on many machines ask it: it only reads, and logs in
 * to the database as somebody who only reads, so that not even a fault of its own could write.
 */
final class AReadingRegistry implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(2);

    private final int port;
    private final Process process;
    private final HttpClient http = HttpClient.newHttpClient();

    /** As a role of this name and password, in the database at this JDBC address. */
    AReadingRegistry(String database, String role, String password, Path log) throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        installed().resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_HTTP_HOST", "127.0.0.1",
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                        "QUARKUS_MANAGEMENT_PORT", "0",
                        "APICURIO_STORAGE_SQL_KIND", "postgresql",
                        "APICURIO_STORAGE_READ_ONLY_ENABLED", "true",
                        "APICURIO_CONFIG_DYNAMIC_ALLOW_ALL", "false",
                        "APICURIO_DATASOURCE_URL", database,
                        "APICURIO_DATASOURCE_USERNAME", role,
                        "APICURIO_DATASOURCE_PASSWORD", password));
        process = builder.start();
        await().atMost(START).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            assertThat(process.isAlive()).as("the registry, see %s", log).isTrue();
            return ask("GET", "/apis/ccompat/v7/subjects", "").statusCode() == 200;
        });
    }

    private static Path installed() {
        Path code = Path.of(URI.create(EmbeddedRegistry.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        return Path.of(System.getProperty("stet.parts", code.resolveSibling(".").toString()))
                .resolve("registry");
    }

    /** Where Confluent's clients find it. */
    URI url() {
        return URI.create("http://127.0.0.1:" + port + "/apis/ccompat/v7");
    }

    HttpResponse<String> ask(String method, String path, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .header("Content-Type", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }
}
