package press.stet.newsroom.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A newsroom's parts in a process of their own, which a test can kill or ask to go. */
final class ANewsroom {

    private static final String READY = "The newsroom is ready.";

    private ANewsroom() {}

    /** One that runs, with {@link Belongings} left in it. */
    static Process runningOn(Path data, Path output) throws IOException {
        Process newsroom = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ANewsroom.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            assertThat(newsroom.isAlive()).as(Files.readString(output)).isTrue();
            assertThat(output).content().contains(READY);
        });
        return newsroom;
    }

    /** Takes the data directory; leaves when told to, like a newsroom does, through a shutdown hook. */
    public static void main(String... arguments) throws Exception {
        DataDirectory data = DataDirectory.open(Path.of(arguments[0]));
        EmbeddedParts parts = new EmbeddedParts(data, IO::println);
        Runtime.getRuntime().addShutdownHook(new Thread(parts::close));
        parts.start();
        Belongings.leaveIn(parts);
        IO.println(READY);
        Thread.currentThread().join();
    }
}
