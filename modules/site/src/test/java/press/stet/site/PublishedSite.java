package press.stet.site;

import io.javalin.Javalin;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.Schema;
import press.stet.archive.published.PublishedEditions;
import press.stet.archive.published.PublishedStore;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A site over HTTP, with a published store of its own in PostgreSQL. */
final class PublishedSite implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final EmbeddedPostgres server;
    private final Database database;
    private final Javalin http;
    private volatile Instant now = Editions.NOON;
    private final HttpClient client = HttpClient.newHttpClient();

    private PublishedSite(EmbeddedPostgres server, SiteSettings settings) {
        this.server = server;
        DatabaseSettings where = new DatabaseSettings(server.getJdbcUrl("postgres", "postgres"), "postgres", "");
        Database.migrate(where, Schema.PUBLISHED);
        this.database = Database.open(where, Schema.PUBLISHED, "readers", 4);
        Site site = new Site(new PublishedStore(database.jdbi(), () -> now), settings);
        this.http = Javalin.create(config -> {
                    config.concurrency.useVirtualThreads = true;
                    config.startup.showJavalinBanner = false;
                    config.jetty.host = "127.0.0.1";
                    config.jetty.port = 0;
                    config.routes.get("/newsroom/ping", request -> request.result("pong"));
                    site.register(config);
                })
                .start();
    }

    static PublishedSite open(SiteSettings settings) {
        try {
            return new PublishedSite(
                    EmbeddedPostgres.builder().setServerConfig("fsync", "off").start(), settings);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void publish(Snapshot... snapshots) {
        change(handle -> PublishedEditions.take(handle, List.of(snapshots)));
    }

    /** As a projection does: what it writes, and how far it has come, in one transaction. */
    private void change(Consumer<Handle> change) {
        database.jdbi().useTransaction(handle -> {
            change.accept(handle);
            handle.execute("""
                    insert into progress as before (topic, partition, next) values ('stet.editions', 0, 1)
                    on conflict (topic, partition) do update set next = before.next + 1
                    """);
        });
    }

    /** What the site's clock says. */
    void at(Instant moment) {
        now = moment;
    }

    void empty() {
        change(handle -> handle.execute("truncate edition, shelf"));
    }

    int port() {
        return http.port();
    }

    /** @param headers names and values in turn */
    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    Document page(String path) {
        return Jsoup.parse(get(path).body(), "http://127.0.0.1:" + port() + path);
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path, "Accept", "application/json").body());
    }

    /** As if the database had gone away. */
    void loseDatabase() {
        database.close();
    }

    @Override
    public void close() {
        http.stop();
        database.close();
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
