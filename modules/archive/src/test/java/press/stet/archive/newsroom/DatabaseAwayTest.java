package press.stet.archive.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.Schema;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;

class DatabaseAwayTest {

    private static final DatabaseSettings NOWHERE =
            new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/stet", "nobody", "");

    @Test
    void says_that_the_database_does_not_answer() throws IOException, InterruptedException {
        try (Database database = Database.open(NOWHERE, Schema.NEWSROOM, "test", 1);
                HttpClient client = HttpClient.newHttpClient()) {
            NewsroomRoutes routes = new NewsroomRoutes(
                    database.jdbi(),
                    new MessageCodec(Registry.at(SmallNewsroom.REGISTRY)),
                    Visitors.FROM_THIS_MACHINE,
                    InstantSource.system());
            Javalin http = Javalin.create(config -> {
                        config.concurrency.useVirtualThreads = true;
                        config.startup.showJavalinBanner = false;
                        config.jetty.host = "127.0.0.1";
                        config.jetty.port = 0;
                        routes.register(config, new About("127.0.0.1:1", URI.create("http://127.0.0.1:2"), 4));
                    })
                    .start();
            try {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http.port() + "/newsroom/stories"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                assertThat(answer.body()).contains("database does not answer");
            } finally {
                http.stop();
            }
        }
    }
}
