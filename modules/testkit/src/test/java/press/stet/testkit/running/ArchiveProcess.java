package press.stet.testkit.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import press.stet.archive.Archive;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.newsroom.Visitors;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.embedded.Whereabouts;

/** Another archive on the database of a newsroom, in a process of its own. */
final class ArchiveProcess implements AutoCloseable {

    private final Process process;

    private ArchiveProcess(Process process) {
        this.process = process;
    }

    /** Starts one that follows the log until it is closed, killed, or its starter is gone. */
    static ArchiveProcess start(Path data, String member) {
        try {
            return new ArchiveProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            ArchiveProcess.class.getName(),
                            data.toString(),
                            member)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Runs it.
     *
     * @param words the data directory, and the name of the member
     */
    public static void main(String[] words) throws IOException {
        Whereabouts newsroom = Whereabouts.of(Path.of(words[0]));
        ArchiveSettings settings = new ArchiveSettings(
                newsroom.kafka(),
                newsroom.database(),
                words[1],
                Visitors.FROM_THIS_MACHINE,
                Duration.ofSeconds(2),
                false);
        try (Registry registry = Registry.at(newsroom.registry());
                Archive archive = Archive.open(settings, new MessageCodec(registry))) {
            archive.migrate();
            archive.start();
            System.in.read();
        }
    }

    /** Stops it in order. */
    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it hang, as on a machine that does nothing for a while, or go on. */
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    }
}
