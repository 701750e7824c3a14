package press.stet.newsroom.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's own schema registry: Apicurio, which speaks Confluent's interface, as a child process on 127.0.0.1 in
 * a session of its own. It keeps its schemas in a database of the newsroom's PostgreSQL, which must have been started
 * before and is stopped after it: an id that was given out is on the disk, and a record written with it stays readable.
 */
public final class EmbeddedRegistry extends EmbeddedPart {

    private static final String DATABASE = "registry";
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration ORDERLY = Duration.ofSeconds(10);

    private final DataDirectory data;
    private final EmbeddedDatabase database;
    private volatile int port;
    private @Nullable Process process;

    public EmbeddedRegistry(DataDirectory data, EmbeddedDatabase database, Progress progress) {
        super("Schema registry", progress);
        this.data = data;
        this.database = database;
    }

    /** Where Confluent's clients find it once it has been started. */
    public URI url() {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
    }

    @Override
    String startUp() throws IOException, InterruptedException {
        stopLeftOver();
        port = data.ports().take("registry");
        Path log = data.freshLog("registry");
        Process started = Processes.start(command(), environment(), log);
        process = started;
        boolean answered = Processes.await(() -> closing() || !started.isAlive() || answers(), READY);
        if (!answered || !started.isAlive() || closing()) {
            throw new PartFailed(
                    "The schema registry did not start: %s. See %s.".formatted(reason(started, answered), log), null);
        }
        return url().toString();
    }

    @Override
    void shutDown() throws InterruptedException {
        if (process != null) {
            stop(process.toHandle());
            process = null;
        }
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                mark(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Installation.registry().resolve("quarkus-run.jar").toString());
    }

    /** An argument that nobody but the registry of this very data has. */
    private String mark() {
        return "-Dstet.registry=" + data.path();
    }

    /** Settings, where other people of the machine cannot read the password as they could on the command line. */
    private Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_MANAGEMENT_PORT", "0"),
                Map.entry("QUARKUS_HTTP_ACCESS_LOG_ENABLED", "false"),
                Map.entry("QUARKUS_BANNER_ENABLED", "false"),
                Map.entry("QUARKUS_LOG_CATEGORY__IO_APICURIO__LEVEL", "WARN"),
                Map.entry("APICURIO_STORAGE_SQL_KIND", "postgresql"),
                Map.entry("APICURIO_DATASOURCE_URL", database.createLasting(DATABASE)),
                Map.entry("APICURIO_DATASOURCE_USERNAME", database.user()),
                Map.entry("APICURIO_DATASOURCE_PASSWORD", database.password()),
                Map.entry("APICURIO_DATASOURCE_JDBC_INITIAL_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MIN_SIZE", "1"),
                Map.entry("APICURIO_DATASOURCE_JDBC_MAX_SIZE", "10"));
    }

    private boolean answers() {
        try {
            HttpURLConnection request =
                    (HttpURLConnection) URI.create(url() + "/subjects").toURL().openConnection();
            request.setConnectTimeout(1000);
            request.setReadTimeout(10_000);
            return request.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException _) {
            return false;
        }
    }

    private String reason(Process started, boolean answered) {
        if (closing()) {
            return "it was closed meanwhile";
        }
        return answered || !started.isAlive()
                ? "it ended with status " + started.exitValue()
                : "it did not answer within " + READY.toSeconds() + " s";
    }

    /** The registry of a newsroom that was killed. */
    private void stopLeftOver() throws InterruptedException {
        for (ProcessHandle leftOver : Processes.running(arguments -> arguments.contains(mark()))) {
            tell("still runs from a newsroom that was killed (process %d): stopping it".formatted(leftOver.pid()));
            stop(leftOver);
        }
    }

    private static void stop(ProcessHandle process) throws InterruptedException {
        process.destroy();
        if (!Processes.await(() -> !process.isAlive(), ORDERLY)) {
            process.destroyForcibly();
        }
    }
}
