package press.stet.testkit.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import press.stet.contract.proof.Token;

/** A {@code stet} process that is one part of a newsroom, or wants to be. */
final class PartOnItsOwn implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path log;
    private final URI address;
    private final HttpClient http;

    private PartOnItsOwn(Process process, Path log, URI address, HttpClient http) {
        this.process = process;
        this.log = log;
        this.address = address;
        this.http = http;
    }

    /**
     * Starts one, on a free port of this machine.
     *
     * @param name as on the command line
     * @param directory of its own, where it keeps its log and, started again in it, goes on with what it kept
     * @param environment the settings, as variables
     */
    static PartOnItsOwn start(String name, Path directory, Map<String, String> environment) throws IOException {
        return start(name, directory, environment, HttpClient.newBuilder());
    }

    /** The same, asked by a client that knows its certificate. */
    static PartOnItsOwn start(String name, Path directory, Map<String, String> environment, HttpClient.Builder http)
            throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("log");
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "press.stet.newsroom.Stet",
                name,
                "--port",
                Integer.toString(port)));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("STET_"));
        builder.environment().putAll(environment);
        String scheme = environment.containsKey("STET_HTTP_KEY") ? "https" : "http";
        return new PartOnItsOwn(
                builder.start(),
                log,
                URI.create(scheme + "://localhost:" + port),
                http.followRedirects(HttpClient.Redirect.NORMAL).build());
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }

    /** What it answers anybody at a path. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(asking(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What it answers somebody at a path. */
    HttpResponse<String> get(String path, Token token) throws IOException, InterruptedException {
        HttpRequest request =
                asking(path).header("Authorization", "Bearer " + token.text()).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(30));
    }

    /** Waits until it says, where it is asked and in its log, that it waits for this. */
    void awaitWaitingFor(String what) {
        awaitHealth(503, what);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(log()).contains("Waits for").contains(what));
    }

    void awaitReady() {
        awaitHealth(200, "\"ready\"");
    }

    private void awaitHealth(int status, String content) {
        await().atMost(PATIENCE)
                .failFast(() -> assertThat(process.isAlive()).as(log()).isTrue())
                .ignoreExceptionsInstanceOf(IOException.class)
                .untilAsserted(() -> {
                    HttpResponse<String> health = get("/health/ready");
                    assertThat(health.body()).as(log()).contains(content);
                    assertThat(health.statusCode()).isEqualTo(status);
                    assertThat(get("/health/live").statusCode()).isEqualTo(200);
                });
    }

    /** Everything it has said. */
    String log() {
        try {
            return Files.readString(log, UTF_8);
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    URI address() {
        return address;
    }

    /** Asks it to stop, as systems do, and waits for its exit status. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitStatus();
    }

    /** Asks it twice, as people do. */
    int stopTwice() throws InterruptedException {
        process.destroy();
        return stop();
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    int exitStatus() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .as(log())
                .isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
