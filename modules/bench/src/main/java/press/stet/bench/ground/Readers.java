package press.stet.bench.ground;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import press.stet.bench.measure.Latencies;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;

/**
 * Ask for editions from when the command is sent that publishes them, every five milliseconds, until they are there. Not for every one,
 * and for their JSON: readers who ask for what is not there yet take the processors from those who publish.
 */
public final class Readers implements Traffic.Watcher, AutoCloseable {

    private static final int NOT_FOUND = 404;
    private static final int OK = 200;
    private static final Duration BETWEEN = Duration.ofMillis(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final URI site;
    private final int oneIn;
    /** By the story's id, which leads to the edition's address. */
    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Long>> waiting = new ArrayList<>();
    private int publications;

    /** Readers of one publication in so many. */
    public Readers(URI site, int oneIn) {
        this.site = site;
        this.oneIn = oneIn;
    }

    @Override
    public void sent(Dispatch dispatch, long due) {
        if (dispatch.command() instanceof Command.PublishVersion publish
                && publish.kind() == PublicationKind.FIRST
                && publications++ % oneIn == 0) {
            String path = "/stories/" + dispatch.story() + "/" + publish.language();
            waiting.add(readers.submit(() -> readableAfter(path, due)));
        }
    }

    /** How long each had to wait, from when its command was due; of those since this was asked last. */
    public Latencies waited() throws InterruptedException {
        if (waiting.isEmpty()) {
            throw new IllegalStateException("nothing was published for the first time meanwhile");
        }
        Latencies latencies = new Latencies();
        try {
            for (Future<Long> each : waiting) {
                latencies.add(each.get());
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
        waiting.clear();
        return latencies;
    }

    private long readableAfter(String path, long due) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(site.resolve(path))
                .header("Accept", "application/json")
                .build();
        while (true) {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status == OK) {
                return System.nanoTime() - due;
            }
            if (status != NOT_FOUND || System.nanoTime() - due > LONGEST.toNanos()) {
                throw new IllegalStateException(
                        path + " answers " + status + ", asked for up to " + LONGEST.toSeconds() + " s");
            }
            Thread.sleep(BETWEEN);
        }
    }

    @Override
    public void close() {
        readers.close();
        http.close();
    }
}
