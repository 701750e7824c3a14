package press.stet.newsroom.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.running.Newsroom;
import press.stet.newsroom.running.NewsroomSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The newsroom that all tests of commands share: started for the first of them, stopped with their process. */
final class OneNewsroom {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static @Nullable Newsroom running;
    private static @Nullable Path data;

    private OneNewsroom() {}

    static synchronized URI address() {
        Newsroom newsroom = running;
        if (newsroom == null) {
            newsroom = start();
            running = newsroom;
        }
        return newsroom.address();
    }

    /** Where it keeps its state. */
    static synchronized Path data() {
        address();
        return Objects.requireNonNull(data);
    }

    static Told stet(String... words) {
        return Told.of(address(), words);
    }

    static HttpResponse<String> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(address().resolve(path)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    private static Newsroom start() {
        try {
            Path kept = Files.createTempDirectory("stet-commands");
            data = kept;
            Newsroom newsroom = Newsroom.with(
                    DataDirectory.open(kept), new NewsroomSettings(0, Optional.empty()), Progress.untold());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(newsroom, kept)));
            newsroom.start();
            return newsroom;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void stop(Newsroom newsroom, Path data) {
        newsroom.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
