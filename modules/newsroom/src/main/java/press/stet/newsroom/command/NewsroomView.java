package press.stet.newsroom.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import press.stet.archive.copy.CopyJson;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.RegistryConnection;
import press.stet.contract.proof.Token;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.newsroom.record.Kept;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a running newsroom what it knows, over HTTP. */
final class NewsroomView {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** The newsroom lets nobody wait longer for one answer than a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final URI newsroom;
    private final @Nullable Token token;
    private final @Nullable SSLSocketFactory vouchers;

    /**
     * The view of a newsroom. Asks nothing yet.
     *
     * @param certificates a PEM file of those who may vouch for it; null for those that the JDK knows
     * @param token of whoever asks; null to be taken for whoever is on this machine
     */
    NewsroomView(URI newsroom, @Nullable Path certificates, @Nullable Token token) {
        this.newsroom = newsroom;
        this.token = token;
        this.vouchers = certificates == null ? null : Vouchers.of(certificates).getSocketFactory();
    }

    /** What is in force for readers of an edition. */
    record InForce(String status, long sequence, @Nullable String path) {}

    /** The text of a version, with what it came from. */
    record VersionText(Copy copy, Version version, @Nullable Source source, Site site) {}

    /** Where its Kafka and its registry are, by its own word. */
    Whereabouts whereabouts() {
        JsonNode about = get("/newsroom/about");
        return new Whereabouts(
                KafkaConnection.open(about.path("brokers").asString()),
                RegistryConnection.open(URI.create(about.path("registry").asString())),
                about.path("partitions").asInt());
    }

    /** Whose token it is, as this newsroom reads it. */
    Person bearerOf(Token given) {
        return new Person(
                json(ask("/newsroom/me", ANSWER, given)).path("person").asString());
    }

    StoryView story(String name) {
        return StoryView.of(get("/newsroom/stories/" + encoded(name)));
    }

    /** The story of this name, or nothing where there is none. */
    Optional<StoryView> findStory(String name) {
        Reply answer = ask("/newsroom/stories/" + encoded(name), ANSWER);
        return answer.status() == 404 ? Optional.empty() : Optional.of(StoryView.of(json(answer)));
    }

    /** Waits a moment for the view to show this event of the story, and says whether it does. */
    boolean shows(StoryId story, long sequence) {
        try {
            Reply answer = ask("/newsroom/stories/" + story + "?sequence=" + sequence, ANSWER);
            return answer.status() == 200 && json(answer).path("sequence").asLong() >= sequence;
        } catch (CannotBeDone _) {
            return false;
        }
    }

    VersionText text(StoryId story, Language language, @Nullable Version version) {
        JsonNode text = get("/newsroom/stories/" + story + "/" + language + "/copy"
                + (version == null ? "" : "?version=" + version));
        return new VersionText(
                CopyJson.read(text.path("copy")),
                new Version(text.path("version").asInt()),
                source(text.path("source")),
                new Site(text.path("site").asString()));
    }

    /** The text of a version; empty where it is not there. */
    Optional<Copy> findText(StoryId story, Language language, Version version) {
        Reply answer = ask("/newsroom/stories/" + story + "/" + language + "/copy?version=" + version, ANSWER);
        return answer.status() == 404
                ? Optional.empty()
                : Optional.of(CopyJson.read(json(answer).path("copy")));
    }

    /** The events of a story with the bytes of their records, as the view has them. */
    List<Kept> history(StoryId story) {
        return get("/newsroom/stories/" + story + "/history?values=true")
                .path("events")
                .valueStream()
                .map(NewsroomView::kept)
                .toList();
    }

    private static Kept kept(JsonNode event) {
        return new Kept(
                event.path("sequence").asLong(),
                Instant.parse(event.path("at").asString()),
                event.path("actor").asString(),
                event.path("tool").asString(),
                event.path("event").asString(),
                Base64.getDecoder().decode(event.path("value").asString()));
    }

    /** Waits until the published store has taken this event of the story, or the time is up. */
    InForce inForce(StoryId story, Language language, long sequence, Duration timeout) {
        Duration left = timeout;
        while (left.compareTo(LONGEST_WAIT) > 0) {
            InForce now = askInForce(story, language, sequence, LONGEST_WAIT);
            if (now.sequence() >= sequence) {
                return now;
            }
            left = left.minus(LONGEST_WAIT);
        }
        return askInForce(story, language, sequence, left);
    }

    private InForce askInForce(StoryId story, Language language, long sequence, Duration wait) {
        String path = "/newsroom/published/" + story + "/" + language + "?sequence=" + sequence + "&timeout="
                + wait.toMillis();
        JsonNode answer = json(ask(path, wait.plus(ANSWER)));
        return new InForce(
                answer.path("status").asString(), answer.path("sequence").asLong(), textOrNull(answer.path("path")));
    }

    /** The accounts of the newsroom with their roles, a line each. */
    List<String> accounts() {
        return get("/newsroom/staff")
                .path("people")
                .valueStream()
                .map(person -> person.path("person").asString() + " ("
                        + person.path("roles")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(Collectors.joining(", "))
                        + ")")
                .toList();
    }

    JsonNode get(String path) {
        return json(ask(path, ANSWER));
    }

    /** What it answered. */
    private record Reply(int status, String body) {}

    private Reply ask(String path, Duration timeout) {
        return ask(path, timeout, token);
    }

    private Reply ask(String path, Duration timeout, @Nullable Token bearer) {
        try {
            HttpURLConnection request = request(path);
            request.setReadTimeout(Math.toIntExact(timeout.toMillis()));
            request.setRequestProperty("Accept", "application/json");
            if (bearer != null) {
                request.setRequestProperty("Authorization", "Bearer " + bearer.text());
            }
            return reply(request);
        } catch (IOException away) {
            throw new CannotBeDone(
                    "no newsroom answers at " + newsroom
                            + "; start one with ./stet newsroom, or name another with --newsroom",
                    away);
        }
    }

    /** By the JDK's older client: the newer one takes longer to be set up than a short command takes for all else. */
    private HttpURLConnection request(String path) throws IOException {
        if (!(newsroom.resolve(path).toURL().openConnection() instanceof HttpURLConnection request)) {
            throw new WrongUsage("--newsroom begins with http:// or https://, got " + newsroom);
        }
        if (vouchers != null && request instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(vouchers);
        }
        request.setConnectTimeout(Math.toIntExact(CONNECTING.toMillis()));
        request.setInstanceFollowRedirects(false);
        return request;
    }

    private static Reply reply(HttpURLConnection request) throws IOException {
        int status = request.getResponseCode();
        try (InputStream body = status < 400 ? request.getInputStream() : request.getErrorStream()) {
            return new Reply(status, body == null ? "" : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private JsonNode json(Reply answer) {
        JsonNode json;
        try {
            json = JsonMapper.shared().readTree(answer.body());
        } catch (JacksonException other) {
            throw new CannotBeDone(
                    "what answers at " + newsroom + " is not a newsroom (status " + answer.status() + ")", other);
        }
        if (answer.status() == 409 || answer.status() == 400) {
            throw new WrongUsage(told(json, answer));
        }
        if (answer.status() == 401) {
            throw new CannotBeDone("the newsroom at " + newsroom + " does not know who asks: " + told(json, answer)
                    + ". A token in STET_TOKEN or --token-file says it; 'stet ops token PERSON' issues one");
        }
        if (answer.status() != 200) {
            throw new CannotBeDone(told(json, answer));
        }
        return json;
    }

    private static String told(JsonNode json, Reply answer) {
        String error = json.path("error").asStringOpt().orElse("status " + answer.status());
        String candidates = json.path("candidates")
                .valueStream()
                .map(each -> "\n  " + each.path("shortId").asString() + "  "
                        + each.path("headline").asString())
                .collect(Collectors.joining());
        return error + candidates;
    }

    static @Nullable Source source(JsonNode source) {
        return source.isObject()
                ? new Source(
                        Language.of(source.path("language").asString()),
                        new Version(source.path("version").asInt()))
                : null;
    }

    static @Nullable String textOrNull(JsonNode text) {
        return text.isString() ? text.stringValue() : null;
    }

    static @Nullable Version versionOrNull(JsonNode number) {
        return number.isInt() ? new Version(number.intValue()) : null;
    }

    static @Nullable Digest digestOrNull(JsonNode digest) {
        return digest.isString() ? new Digest(digest.stringValue()) : null;
    }

    private static String encoded(String segment) {
        return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
