package press.stet.newsroom.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The newsroom's own schema registry: Apicurio, which speaks Confluent's interface, as a child process on 127.0.0.1 in
 * a session of its own. It keeps its schemas in a database of the newsroom's PostgreSQL, which must have been started
 * before and is stopped after it: an id that was given out is on the disk, and a record written with it stays readable.
 */
public final class EmbeddedRegistry extends EmbeddedPart {

    private static final String DATABASE = "registry";
    private static final Duration READY = Duration.ofSeconds(90);
    private static final Duration ORDERLY = Duration.ofSeconds(60);

    /** The status of a JVM that ended because of SIGTERM, and had nothing go wrong on the way. */
    private static final int ASKED_TO_GO = 128 + 15;

    private final DataDirectory data;
    private final EmbeddedDatabase database;
    private volatile int port;
    private @Nullable Process process;
    private boolean ready;

    public EmbeddedRegistry(DataDirectory data, EmbeddedDatabase database, Progress progress) {
        super("Schema registry", progress);
        this.data = data;
        this.database = database;
    }

    /** Where Confluent's clients find it once it has been started. */
    public URI url() {
        return url(port);
    }

    static URI url(int port) {
        return URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
    }

    @Override
    String startUp() throws IOException, InterruptedException {
        stopLeftOver();
        port = data.ports().take("registry");
        Path log = data.freshLog("registry");
        Process started = Processes.start(command(), environment(), log);
        process = started;
        ready = Processes.await(() -> closing() || !started.isAlive() || answers(), READY)
                && started.isAlive()
                && !closing();
        if (!ready) {
            throw new PartFailed(
                    "The schema registry did not start: %s. See %s.".formatted(reason(started), log), null);
        }
        return url().toString();
    }

    /** One that was never ready is killed at once: what it was about to write into the database is undone there. */
    @Override
    void shutDown() throws IOException, InterruptedException {
        if (process != null) {
            if (ready) {
                process.destroy();
            }
            if (!ready || !process.waitFor(ORDERLY.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            } else if (process.exitValue() == ASKED_TO_GO && Files.exists(learned())) {
                Installation.keepRegistryClasses(learned());
            }
            process = null;
        }
    }

    /**
     * The first registry of an installation that stops in order writes down which classes it loaded, a few seconds'
     * work; those after it start in two thirds of the time.
     */
    private String classes() {
        Path classes = Installation.registryClasses();
        return Files.exists(classes) ? "-XX:SharedArchiveFile=" + classes : "-XX:ArchiveClassesAtExit=" + learned();
    }

    private Path learned() {
        return data.path().resolve("registry.classes");
    }

    private List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                mark(),
                classes(),
                "-Xlog:disable",
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

    private String reason(Process started) {
        if (closing()) {
            return "it was closed meanwhile";
        }
        return started.isAlive()
                ? "it did not answer within " + READY.toSeconds() + " s"
                : "it ended with status " + started.exitValue();
    }

    /** The registry of a newsroom that was killed; it keeps nothing that is not in the database already. */
    private void stopLeftOver() throws InterruptedException {
        for (ProcessHandle leftOver : Processes.running(arguments -> arguments.contains(mark()))) {
            tell("still runs from a newsroom that was killed (process %d): stopping it".formatted(leftOver.pid()));
            leftOver.destroyForcibly();
            if (!Processes.await(() -> !leftOver.isAlive(), ORDERLY)) {
                throw new PartFailed(
                        "The schema registry of a killed newsroom (process %d) cannot be stopped."
                                .formatted(leftOver.pid()),
                        null);
            }
        }
    }
}
