package press.stet.testkit.running;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.running.Stories.english;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.log.Log;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom that is killed, without a word, in the middle of a thousand commands. */
class KilledNewsroomIT {

    private static final int COMMANDS = 1_000;
    private static final int BEFORE_THE_KILL = 300;
    private static final Duration START = Duration.ofMinutes(3);

    @TempDir
    private Path place;

    @Test
    void loses_nothing_and_does_nothing_twice() throws Exception {
        int port = freePort();
        List<Dispatch> all = filings();
        List<Dispatch> unanswered;
        Process first = start(port);
        try {
            awaitReady(port);
            unanswered = sendUntilKilled(port, all, first);
        } finally {
            first.destroyForcibly().waitFor();
        }
        assertThat(unanswered)
                .as("commands without an outcome when it was killed")
                .isNotEmpty();

        Process second = start(port);
        try {
            awaitReady(port);
            try (Registry registry = Registry.at(URI.create(about(port, "registry")))) {
                MessageCodec codec = new MessageCodec(registry);
                sendAgain(port, unanswered, codec);
                Log log = new TopicReader(KafkaConnection.open(about(port, "brokers")), codec).log();
                assertThat(Guarantee.broken(log)).isEmpty();
                assertThat(log.entries().stream().map(entry -> entry.cause()).toList())
                        .containsExactlyInAnyOrderElementsOf(
                                all.stream().map(Dispatch::id).toList());
            }
            awaitStories(port);
        } finally {
            second.destroy();
            second.waitFor();
        }
    }

    private static List<Dispatch> filings() {
        List<Dispatch> all = new ArrayList<>(COMMANDS);
        for (int at = 1; at <= COMMANDS; at++) {
            all.add(new Dispatch(
                    Ids.command(),
                    Ids.story(),
                    new Person("reporter"),
                    "testkit",
                    new Command.FileStory(new Site("main"), english("Story " + at))));
        }
        return all;
    }

    /** Sends a few at a time; kills when enough were answered; returns those without an answer. */
    private static List<Dispatch> sendUntilKilled(int port, List<Dispatch> all, Process newsroom) throws Exception {
        List<Dispatch> unanswered = java.util.Collections.synchronizedList(new ArrayList<>());
        AtomicInteger answered = new AtomicInteger();
        Semaphore room = new Semaphore(32);
        try (Registry registry = Registry.at(URI.create(about(port, "registry")));
                CommandSender sender =
                        CommandSender.open(KafkaConnection.open(about(port, "brokers")), new MessageCodec(registry));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Dispatch dispatch : all) {
                room.acquire();
                threads.execute(() -> {
                    try {
                        if (newsroom.isAlive()
                                && sender.send(dispatch, Duration.ofSeconds(10)) instanceof Answer.Accepted) {
                            if (answered.incrementAndGet() == BEFORE_THE_KILL) {
                                newsroom.destroyForcibly();
                            }
                        } else {
                            unanswered.add(dispatch);
                        }
                    } catch (InterruptedException | RuntimeException away) {
                        unanswered.add(dispatch);
                    } finally {
                        room.release();
                    }
                });
            }
        }
        return unanswered;
    }

    private static void sendAgain(int port, List<Dispatch> unanswered, MessageCodec codec) throws Exception {
        try (CommandSender sender = CommandSender.open(KafkaConnection.open(about(port, "brokers")), codec)) {
            for (Dispatch dispatch : unanswered) {
                Answer answer = sender.send(dispatch, Duration.ofSeconds(30));
                assertThat(answer).isInstanceOfAny(Answer.Accepted.class, Answer.Repeated.class);
            }
        }
    }

    private static void awaitStories(int port) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(countStories(port)).isEqualTo(COMMANDS));
    }

    private static int countStories(int port) throws IOException, InterruptedException {
        int count = 0;
        String after = "";
        while (true) {
            JsonNode page = json(port, "/newsroom/stories?limit=200" + after);
            count += page.path("stories").size();
            if (!page.path("next").isString()) {
                return count;
            }
            after = "&after=" + page.path("next").stringValue();
        }
    }

    private Process start(int port) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "press.stet.newsroom.Stet",
                        "newsroom",
                        "--data",
                        place.resolve("data").toString(),
                        "--port",
                        Integer.toString(port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.resolve("out.log").toFile()))
                .start();
    }

    private static void awaitReady(int port) {
        Awaitility.await()
                .atMost(START)
                .ignoreExceptions()
                .until(() -> get(port, "/health/ready").statusCode() == 200);
    }

    private static String about(int port, String key) throws IOException, InterruptedException {
        return json(port, "/newsroom/about").path(key).asString();
    }

    private static JsonNode json(int port, String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(port, path).body());
    }

    private static HttpResponse<String> get(int port, String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
