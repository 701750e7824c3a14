package press.stet.newsroom.command;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.PrivateKeys;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.house.HouseFile;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.house.HouseRefused;
import press.stet.newsroom.running.Newsroom;
import press.stet.newsroom.running.NewsroomSettings;
import press.stet.newsroom.sample.Sample;
import press.stet.newsroom.token.KeyFile;

/** A newsroom that takes nobody at their word, also not on its own machine. */
class ProofIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private static Path folder;

    private static Newsroom newsroom;

    @BeforeAll
    static void start() throws InterruptedException {
        newsroom = Newsroom.with(
                DataDirectory.open(folder.resolve("data")),
                new NewsroomSettings(0, Optional.empty(), true),
                Progress.untold());
        newsroom.start();
    }

    @AfterAll
    static void stop() {
        newsroom.close();
        HTTP.close();
    }

    @Test
    void a_story_goes_its_way_by_the_tokens_of_its_people() throws IOException {
        Path reporter = token("reporter");
        stet("draft", "file", copy("The ferry is late"), "--token-file", reporter.toString())
                .done("StoryFiled");
        stet("draft", "submit", "the-ferry-is-late", "--token-file", reporter.toString())
                .done("SubmittedForReview");
        Path editor = token("editor");
        stet("review", "queue", "--token-file", editor.toString()).done("The ferry is late");
        stet("review", "approve", "the-ferry-is-late", "--yes", "--token-file", editor.toString(), "--as", "editor")
                .done("VersionApproved");
        stet(
                        "publish",
                        "now",
                        "the-ferry-is-late",
                        "--yes",
                        "--token-file",
                        token("publisher").toString())
                .done("EditionPublished", "Readers see it");
    }

    @Test
    void the_newsroom_itself_proves_what_it_brings() throws InterruptedException {
        assertThat(Sample.bringTo(newsroom)).allSatisfy(line -> assertThat(line).endsWith("is there."));
    }

    @Test
    void without_a_token_nothing_is_done_or_shown_and_it_is_said_what_to_do() throws IOException {
        stet("draft", "file", copy("Nobody's"), "--as", "reporter")
                .with(ExitStatus.REFUSED)
                .telling("refused by not-proven", "there is no token", "stet ops token PERSON");
        stet("story", "list").with(ExitStatus.FAILED).complaining("does not know who asks", "STET_TOKEN");
        stet("draft", "submit", "nothing", "--as", "reporter")
                .with(ExitStatus.FAILED)
                .complaining("who asks");
    }

    @Test
    void tools_are_told_of_it_in_one_object() throws IOException {
        assertThat(stet("draft", "file", copy("Nobody's"), "--as", "reporter", "--json")
                        .with(ExitStatus.REFUSED)
                        .json()
                        .path("rule")
                        .asString())
                .isEqualTo("not-proven");
    }

    @Test
    void nobody_is_somebody_else_than_the_token_says() throws IOException {
        stet("draft", "file", copy("Whose"), "--token-file", token("reporter").toString(), "--as", "chief")
                .with(ExitStatus.USAGE)
                .complaining("the token is reporter's", "not chief");
        stet("draft", "file", copy("Whose"), "--token-file", token("nobody").toString())
                .with(ExitStatus.FAILED)
                .complaining("does not name nobody");
    }

    @Test
    void a_token_for_another_tool_does_not_serve_this_one() throws IOException {
        Path token = token("reporter", "--tool", "cms");

        stet("draft", "file", copy("By what"), "--token-file", token.toString())
                .with(ExitStatus.REFUSED)
                .telling("the token is for the tool 'cms'");
    }

    @Test
    void what_is_no_token_is_said_and_not_repeated() throws IOException {
        Path file = Files.writeString(folder.resolve("no.token"), "geheim");

        Told told = stet("draft", "file", copy("By what"), "--token-file", file.toString())
                .with(ExitStatus.USAGE)
                .complaining("no.token holds no token");
        assertThat(told.err()).doesNotContain("geheim");
        stet("story", "list", "--token-file", folder.resolve("none").toString())
                .with(ExitStatus.USAGE)
                .complaining("cannot be read");
    }

    @Test
    void an_expired_token_is_said_to_be() throws Exception {
        String text = TokenIssuer.own(KeyFile.at(keys()).keys())
                .issue(new Person("reporter"), "stet", Instant.now().minus(Duration.ofHours(3)), Duration.ofHours(1))
                .text();
        Path file = Files.writeString(folder.resolve("old.token"), text);

        stet("draft", "file", copy("Late"), "--token-file", file.toString())
                .with(ExitStatus.FAILED)
                .complaining("expired at", "stet ops token PERSON");
    }

    @Test
    void a_token_is_issued_for_as_long_as_was_said() {
        var json = stet("ops", "token", "reporter", "--for", "90m", "--json", "--keys", keys().toString())
                .done()
                .json();

        assertThat(json.path("person").asString()).isEqualTo("reporter");
        assertThat(json.path("tool").asString()).isEqualTo("stet");
        assertThat(Instant.parse(json.path("expires").asString()))
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(85)),
                        Instant.now().plus(Duration.ofMinutes(90)));
        stet("ops", "token", "reporter", "--for", "soon").with(ExitStatus.USAGE).complaining("30m, 12h or 90d");
        stet("ops", "token", "reporter", "--for", "0h").with(ExitStatus.USAGE).complaining("a second or longer");
        stet("ops", "token").with(ExitStatus.USAGE);
    }

    @Test
    void the_view_is_shown_to_whoever_brings_a_token() throws Exception {
        assertThat(get("/newsroom/stories", "").statusCode()).isEqualTo(401);
        assertThat(get(
                                "/newsroom/me",
                                "Bearer " + Files.readString(token("editor")).strip())
                        .body())
                .isEqualTo("{\"person\":\"editor\",\"tool\":\"stet\"}");
        assertThat(get("/newsroom/about", "").statusCode()).isEqualTo(200);
        assertThat(get("/health/ready", "").statusCode()).isEqualTo(200);
    }

    @Test
    void keys_follow_one_another_and_the_old_ones_go() throws IOException {
        Path first = token("reporter");
        Path operator = token("chief");
        stet("ops", "token", "--new-key", "--keys", keys().toString(), "--token-file", operator.toString())
                .done("staff, version", "has a new key", "The keys in");
        Path second = token("reporter");
        awaitTaken(second, "By the new key");
        stet("draft", "file", copy("Under two keys"), "--token-file", first.toString())
                .done("StoryFiled");

        stet("ops", "token", "--drop-old-keys", "--keys", keys().toString(), "--token-file", second.toString())
                .done("has lost key");
        awaitRefused(first);
        stet("draft", "file", copy("Under one key"), "--token-file", second.toString())
                .done("StoryFiled");
        assertThat(KeyFile.at(keys()).keys().published()).hasSize(1);
    }

    @Test
    void another_issuer_is_trusted_from_when_the_house_says_so() throws IOException {
        PrivateKeys foreign = PrivateKeys.made();
        Files.writeString(
                folder.resolve("desk.json"),
                "{\"keys\":[" + foreign.published().getFirst().jwk() + "]}");
        Path house = Files.writeString(folder.resolve("house.yaml"), standardHouse() + """
                issuers:
                  desk: {audience: newsroom, keys: desk.json}
                """);
        Path operator = token("chief");
        String[] command = {
            "ops", "house", house.toString(), "--keys", keys().toString(), "--token-file", operator.toString()
        };

        stet(with(command, "--dry-run")).done("Would be in force: staff", "issuer desk is trusted, with key");
        stet(command).done("In force: staff", "issuer desk is trusted, with key");
        stet(command).done("The house is as it was");
        Path token = Files.writeString(
                folder.resolve("desk.token"),
                new TokenIssuer("desk", "newsroom", foreign)
                        .issue(new Person("reporter"), "stet", Instant.now(), Duration.ofHours(1))
                        .text());
        awaitTaken(token, "From the desk");
    }

    @Test
    void of_those_who_change_the_house_at_once_none_overwrites_another() throws Exception {
        try (Registry registry = Registry.at(newsroom.registry());
                ExecutorService offices = Executors.newFixedThreadPool(4)) {
            MessageCodec codec = new MessageCodec(registry);
            List<Future<List<String>>> changes = IntStream.range(0, 12)
                    .mapToObj(number -> offices.submit(changing(number, codec)))
                    .toList();
            int done = 0;
            for (Future<List<String>> change : changes) {
                try {
                    done += change.get().isEmpty() ? 0 : 1;
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(HouseRefused.class);
                }
            }
            assertThat(done).isPositive();
            List<Integer> versions = read(Topics.STAFF).stream()
                    .map(record -> codec.decodeStaff(record.value()).version())
                    .toList();
            assertThat(versions)
                    .isEqualTo(IntStream.rangeClosed(1, versions.size()).boxed().toList());
        }
    }

    private static Callable<List<String>> changing(int number, MessageCodec codec) {
        return () -> {
            Path house = Files.writeString(
                    folder.resolve("house-" + number + ".yaml"),
                    standardHouse() + "  person" + number + ": reporter\n");
            return new HouseOffice(newsroom.kafka(), codec, null).putInForce(Optional.of(HouseFile.read(house)));
        };
    }

    @Test
    void no_topic_but_those_of_commands_has_a_token() throws IOException {
        Path reporter = token("reporter");
        String text = Files.readString(reporter).strip();
        stet("draft", "file", copy("In no topic"), "--token-file", reporter.toString())
                .done("StoryFiled");
        stet("draft", "submit", "in-no-topic", "--token-file", reporter.toString())
                .done("SubmittedForReview");
        stet("draft", "submit", "in-no-topic", "--token-file", reporter.toString())
                .with(ExitStatus.REFUSED);

        assertThat(read(Topics.DRAFTS))
                .anySatisfy(record -> assertThat(everythingIn(record)).contains(text));
        for (Topic topic : Topics.ALL) {
            if (Topics.channel(topic.name()).isEmpty()) {
                assertThat(read(topic))
                        .allSatisfy(record -> assertThat(everythingIn(record)).doesNotContain(text, TokenHeader.NAME));
            }
        }
        try (Stream<Path> logs = Files.walk(folder.resolve("data/logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log, ISO_8859_1)).doesNotContain(text);
            }
        }
    }

    private static String everythingIn(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder all = new StringBuilder();
        record.headers().forEach(header -> all.append(header.key()).append(new String(header.value(), ISO_8859_1)));
        return all.append(record.value() == null ? "" : new String(record.value(), ISO_8859_1))
                .toString();
    }

    private static List<ConsumerRecord<byte[], byte[]>> read(Topic topic) {
        Map<String, Object> settings = new HashMap<>(newsroom.kafka().settings());
        settings.put("isolation.level", "read_committed");
        try (Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(topic.name()).stream()
                    .map(each -> new TopicPartition(each.topic(), each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            while (all.stream().anyMatch(part -> consumer.position(part) < ends.getOrDefault(part, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            return records;
        }
    }

    /** Workflow and view follow the staff list a moment later. */
    private static void awaitTaken(Path token, String headline) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> stet("draft", "file", copy(headline), "--token-file", token.toString())
                                .status()
                        == ExitStatus.DONE);
    }

    private static void awaitRefused(Path token) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        get("/newsroom/me", "Bearer " + Files.readString(token).strip())
                                        .statusCode()
                                == 401);
    }

    private static HttpResponse<String> get(String path, String authorization)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(newsroom.address().resolve(path));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Path keys() {
        return folder.resolve("data/tokens.key");
    }

    /** A file with a token as {@code stet ops token} prints it. */
    private static Path token(String person, String... further) throws IOException {
        Told told = stet(with(new String[] {"ops", "token", person, "--keys", keys().toString()}, further))
                .done();
        return Files.writeString(Files.createTempFile(folder, person, ".token"), told.out());
    }

    private static String copy(String headline) throws IOException {
        String text = """
                ---
                language: en
                headline: "%s"
                section: city
                byline: "A Reporter"
                ---

                It is so.
                """.formatted(headline);
        return Files.writeString(Files.createTempFile(folder, "story", ".md"), text)
                .toString();
    }

    private static String standardHouse() throws IOException {
        try (var text = HouseFile.class.getResourceAsStream("standard-house.yaml")) {
            return new String(text.readAllBytes(), UTF_8).stripTrailing() + "\n";
        }
    }

    private static String[] with(String[] words, String... further) {
        return Stream.concat(Stream.of(words), Stream.of(further)).toArray(String[]::new);
    }

    private static Told stet(String... words) {
        return Told.of(newsroom.address(), words);
    }
}
