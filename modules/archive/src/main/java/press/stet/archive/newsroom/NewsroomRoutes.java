package press.stet.archive.newsroom;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.contract.message.MessageCodec;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Proof;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The newsroom view over HTTP, as JSON, for tools and the people behind them, who say by a token who they are. Some addresses
 * wait for what was asked for, so the server should have a virtual thread for each request. Safe for use by many threads.
 */
public final class NewsroomRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(NewsroomRoutes.class);

    private static final String JSON = "application/json";
    private static final String VISITOR = "visitor";

    private static final int FAULT = 500;
    private static final int UNAVAILABLE = 503;

    private static final int USUAL_PAGE = 50;
    private static final int LONGEST_PAGE = 200;

    /** How long a story is waited for that is asked for as of an event; events follow outcomes within milliseconds. */
    private static final Duration FOR_AN_EVENT = Duration.ofSeconds(10);

    /** The most that one may wait for readers to see something. */
    private static final int LONGEST_WAIT_MS = 60_000;

    private static final List<String> STATES = List.of("none", "draft", "in-review", "approved", "scheduled", "spiked");

    private final StoryReader stories;
    private final RecordReader records;
    private final QueueReader queues;
    private final Doorkeeper doorkeeper;

    /**
     * The view in a database.
     *
     * @param jdbi whose connections see the schema {@code newsroom}, in a database that has {@code published} too
     * @param codec reads the events that it keeps
     * @param visitors who is let in
     * @param clock by which tokens expire
     */
    public NewsroomRoutes(Jdbi jdbi, MessageCodec codec, Visitors visitors, InstantSource clock) {
        this.doorkeeper = new Doorkeeper(visitors, jdbi, clock);
        this.stories = new StoryReader(jdbi);
        this.records = new RecordReader(jdbi, codec);
        this.queues = new QueueReader(jdbi);
    }

    /** Takes {@code /newsroom} and everything below it that nothing was registered for before. */
    public void register(JavalinConfig config, About about) {
        config.routes.get("/newsroom/about", request -> answer(request, this::admitToTheHall, _ -> whereabouts(about)));
        get(config, "/newsroom/stories", this::list);
        get(config, "/newsroom/stories/{story}", request -> card(request).json());
        get(
                config,
                "/newsroom/stories/{story}/history",
                request -> records.history(card(request).story(), Boolean.parseBoolean(request.queryParam("values"))));
        get(config, "/newsroom/stories/{story}/{language}/copy", this::copy);
        get(
                config,
                "/newsroom/stories/{story}/{language}/notes",
                request -> records.notes(new EditionId(card(request).story(), language(request))));
        get(config, "/newsroom/review/queue", _ -> queues.inReview());
        get(config, "/newsroom/review/owed", _ -> queues.owed());
        get(config, "/newsroom/translation/queue", _ -> queues.toTranslate());
        get(config, "/newsroom/translation/stale", this::stale);
        get(config, "/newsroom/published/{story}/{language}", this::published);
        get(config, "/newsroom/refusals", this::refusals);
        get(config, "/newsroom/staff", _ -> records.staff());
        get(config, "/newsroom/me", NewsroomRoutes::me);
        get(config, "/newsroom", NewsroomRoutes::nowhere);
        get(config, "/newsroom/<elsewhere>", NewsroomRoutes::nowhere);
    }

    private void get(JavalinConfig config, String path, Function<Context, JsonNode> answer) {
        config.routes.get(path, request -> answer(request, this::admit, answer));
    }

    /** Of one story, where {@code ?story=ID} names one. */
    private JsonNode stale(Context request) {
        String story = request.queryParam("story");
        return queues.stale(story == null ? null : id(story));
    }

    private void admit(Context request) {
        request.attribute(
                VISITOR, doorkeeper.admit(request.ip(), request.header("Host"), request.header("Authorization")));
    }

    /** Where things are is no secret on this machine, and whoever sets up tokens has none yet. */
    private void admitToTheHall(Context request) {
        if (!Doorkeeper.admits(request.ip(), request.header("Host"))) {
            admit(request);
        }
    }

    private static void answer(Context request, Consumer<Context> admission, Function<Context, JsonNode> answer) {
        request.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cross-Origin-Resource-Policy", "same-origin");
        try {
            admission.accept(request);
            send(request, 200, answer.apply(request));
        } catch (NotAnswered none) {
            if (none.asksWho()) {
                request.header("WWW-Authenticate", "Bearer");
            }
            send(request, none.status(), none.json());
        } catch (RuntimeException fault) {
            LOG.error("the newsroom view cannot answer {}", request.path(), fault);
            if (isDatabase(fault)) {
                request.header("Retry-After", "1");
                send(
                        request,
                        UNAVAILABLE,
                        error("the newsroom view's database does not answer: try again in a moment"));
            } else {
                send(request, FAULT, error("the newsroom view failed on " + request.path() + ": its log says how"));
            }
        }
    }

    private static boolean isDatabase(RuntimeException fault) {
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLException.class::isInstance);
    }

    private static void send(Context request, int status, JsonNode json) {
        request.status(status).contentType(JSON).result(json.toString());
    }

    private static ObjectNode error(String why) {
        return Rows.object().put("error", why);
    }

    private static ObjectNode whereabouts(About about) {
        return Rows.object()
                .put("brokers", about.brokers())
                .put("registry", about.registry().toString())
                .put("partitions", about.partitions());
    }

    /** Who asks; nobody where none is asked who they are. */
    private static ObjectNode me(Context request) {
        Proof.Proven visitor = request.attribute(VISITOR);
        return Rows.object()
                .put("person", visitor == null ? null : visitor.person().account())
                .put("tool", visitor == null ? null : visitor.tool());
    }

    private static ObjectNode nowhere(Context request) {
        throw NotAnswered.notFound("the newsroom view has nothing at " + request.path());
    }

    private ObjectNode list(Context request) {
        String after = request.queryParam("after");
        String language = request.queryParam("language");
        return stories.page(
                limit(request),
                after == null ? null : read(after, StoryCursor::of),
                state(request.queryParam("state")),
                language == null ? null : read(language, Language::of));
    }

    /** The story that the address names, as of the event that the request asks for. */
    private StoryCard card(Context request) {
        String name = request.pathParam("story");
        long event = number(request, "sequence", 0, 0, Long.MAX_VALUE);
        List<StoryCard> found = Patience.until(
                event == 0 ? Duration.ZERO : FOR_AN_EVENT,
                () -> stories.cards(stories.named(name)),
                cards -> cards.size() > 1 || cards.stream().anyMatch(card -> card.shows(event)));
        return switch (found.size()) {
            case 0 ->
                throw NotAnswered.notFound("no story goes by '" + name
                        + "': name it by its id, its short id, or the slug of one of its editions; 'stet story"
                        + " list' has them");
            case 1 -> found.getFirst();
            default -> throw NotAnswered.ambiguous(name, found);
        };
    }

    private ObjectNode copy(Context request) {
        EditionId edition = new EditionId(card(request).story(), language(request));
        int version = (int) number(request, "version", 0, 1, Integer.MAX_VALUE);
        return records.copy(edition, version == 0 ? null : new Version(version))
                .orElseThrow(() -> NotAnswered.notFound(
                        version == 0
                                ? "no copy is in hand or public in " + edition + ", or its text has not come yet"
                                : "there is no text of version " + version + " of " + edition
                                        + ", or it has not come yet; the story's history names the versions"));
    }

    private ObjectNode published(Context request) {
        EditionId edition = new EditionId(id(request.pathParam("story")), language(request));
        long event = number(request, "sequence", 0, 0, Long.MAX_VALUE);
        long wait = number(request, "timeout", event == 0 ? 0 : FOR_AN_EVENT.toMillis(), 0, LONGEST_WAIT_MS);
        Optional<ObjectNode> seen = Patience.until(
                Duration.ofMillis(wait),
                () -> queues.forReaders(edition),
                now -> event == 0
                        || now.filter(json -> json.path("sequence").asLong() >= event)
                                .isPresent());
        return seen.orElseGet(() -> Rows.object()
                .put("status", "none")
                .put("number", 0)
                .put("sequence", 0L)
                .putNull("path"));
    }

    private ObjectNode refusals(Context request) {
        String story = request.queryParam("story");
        ObjectNode json = Rows.object();
        json.set("refusals", records.refusals(story == null ? null : id(story), limit(request)));
        return json;
    }

    /** The id of the one story that goes by a name. An id need not be that of a story that there is. */
    private StoryId id(String name) {
        List<StoryId> found = stories.named(name);
        return switch (found.size()) {
            case 0 -> throw NotAnswered.notFound("no story goes by '" + name + "'");
            case 1 -> found.getFirst();
            default -> throw NotAnswered.ambiguous(name, stories.cards(found));
        };
    }

    private static Language language(Context request) {
        return read(request.pathParam("language"), Language::of);
    }

    private static @Nullable String state(@Nullable String state) {
        if (state != null && !STATES.contains(state)) {
            throw NotAnswered.badRequest("state is one of " + String.join(", ", STATES) + ", not '" + state + "'");
        }
        return state;
    }

    private static int limit(Context request) {
        return (int) number(request, "limit", USUAL_PAGE, 1, LONGEST_PAGE);
    }

    private static long number(Context request, String key, long otherwise, long least, long most) {
        String text = request.queryParam(key);
        if (text == null) {
            return otherwise;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Said below, with the range.
        }
        throw NotAnswered.badRequest(
                String.format(Locale.ROOT, "%s is a number from %d to %d, not '%s'", key, least, most, text));
    }

    private static <T> T read(String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException bad) {
            throw NotAnswered.badRequest(String.valueOf(bad.getMessage()));
        }
    }
}
