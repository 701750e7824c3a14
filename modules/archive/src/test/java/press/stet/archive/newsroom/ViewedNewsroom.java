package press.stet.archive.newsroom;

import io.javalin.Javalin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Jdbi;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.FreshDatabase;
import press.stet.archive.database.Schema;
import press.stet.archive.published.PublishedEditions;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom view in a database of its own, asked over HTTP. */
final class ViewedNewsroom implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String TRUNCATE =
            "truncate story, edition, note, version, event, refusal, staff, member, issuer, issuer_key, progress";

    private final Database newsroom;
    private final Database published;
    private final Javalin http;
    private final HttpClient client = HttpClient.newHttpClient();

    ViewedNewsroom() {
        this(Visitors.FROM_THIS_MACHINE, InstantSource.system());
    }

    ViewedNewsroom(Visitors visitors, InstantSource clock) {
        DatabaseSettings settings = FreshDatabase.make();
        Database.migrate(settings, Schema.PUBLISHED);
        Database.migrate(settings, Schema.NEWSROOM);
        this.newsroom = Database.open(settings, Schema.NEWSROOM, "test", 4);
        this.published = Database.open(settings, Schema.PUBLISHED, "test", 2);
        NewsroomRoutes routes = new NewsroomRoutes(
                newsroom.jdbi(), new MessageCodec(Registry.at(SmallNewsroom.REGISTRY)), visitors, clock);
        this.http = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    routes.register(config, new About("127.0.0.1:1", URI.create("http://127.0.0.1:2"), 4));
                })
                .start();
    }

    Jdbi jdbi() {
        return newsroom.jdbi();
    }

    void empty() {
        newsroom.jdbi().useHandle(handle -> handle.execute(TRUNCATE));
        published.jdbi().useHandle(handle -> handle.execute("truncate edition, shelf"));
    }

    void take(SmallNewsroom from, List<ConsumerRecord<byte[], byte[]>> records) {
        NewsroomProjection projection = new NewsroomProjection(from.codec());
        List<Logged> read = records.stream().map(projection::read).toList();
        newsroom.jdbi().useTransaction(handle -> projection.write(handle, read));
        records.clear();
    }

    /** Takes everything that stands in the log. */
    void follow(SmallNewsroom from) {
        take(from, from.events);
        take(from, from.copies);
        take(from, from.refusals);
        show(from.snapshots);
    }

    void show(List<Snapshot> snapshots) {
        published.jdbi().useTransaction(handle -> PublishedEditions.take(handle, snapshots));
    }

    int port() {
        return http.port();
    }

    /** The answer to a request that must not fail. */
    JsonNode get(String path) {
        HttpResponse<String> response = ask(path);
        if (response.statusCode() != 200) {
            throw new AssertionError(path + " answers " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    HttpResponse<String> ask(String path) {
        return later(path).join();
    }

    /** Asks with a header that says who asks. */
    HttpResponse<String> ask(String path, String authorization) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Authorization", authorization)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join();
    }

    CompletableFuture<HttpResponse<String>> later(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(String body) {
        return JSON.readTree(body);
    }

    /** What a raw request is answered, status line and all. */
    String raw(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        http.stop();
        client.close();
        newsroom.close();
        published.close();
    }
}
