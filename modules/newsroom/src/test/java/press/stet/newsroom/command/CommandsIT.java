package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static press.stet.newsroom.command.OneNewsroom.get;
import static press.stet.newsroom.command.OneNewsroom.json;
import static press.stet.newsroom.command.OneNewsroom.stet;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.TopicSetup;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedKafka;
import press.stet.newsroom.embedded.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people type, and what they and their shells are told. */
class CommandsIT {

    private static final String[] KEYS = {
        "story", "language", "version", "accepted", "events", "rule", "reason", "path", "inForce"
    };

    @TempDir
    private Path desk;

    @Test
    void a_story_goes_its_way_to_its_readers_and_is_corrected_withdrawn_and_killed() throws IOException {
        Path file = story("the-harbour-clock", "The harbour clock runs again", "It runs.");
        stet("draft", "file", file.toString(), "--as", "reporter")
                .done("/en@1: StoryFiled", "slug the-harbour-clock", "short id");
        stet("draft", "submit", "the-harbour-clock", "--as", "reporter").done("SubmittedForReview");
        stet("review", "queue")
                .done("/en@1  needs editor", "Nobody sees to", "“The harbour clock runs again” by reporter");
        stet("review", "show", "the-harbour-clock").done("version 1, sent by reporter", "It runs.");
        stet("review", "approve", "the-harbour-clock", "--as", "editor").done("VersionApproved, ReviewCompleted");
        String page = page(
                stet("publish", "now", "the-harbour-clock", "--as", "publisher").done("/en@1: EditionPublished"));
        assertThat(get(page).body()).contains("The harbour clock runs again");

        Path copy = desk.resolve("fetched.md");
        stet("draft", "get", "the-harbour-clock", copy.toString()).done("holds version 1 in en");
        assertThat(copy).content().contains("version: 1", "<!-- block: ");
        replace(copy, "It runs.", "It runs, and strikes.");
        stet("draft", "revise", "the-harbour-clock", copy.toString(), "--as", "editor", "--submit")
                .done("/en@2: CopyRevised, SubmittedForReview");
        assertThat(get(page).body()).doesNotContain("and strikes");
        stet("review", "changes", "the-harbour-clock", "--note", "Which hour?", "--as", "chief")
                .done("ChangesRequested");
        stet("draft", "submit", "the-harbour-clock", "--as", "editor").done();
        stet("draft", "recall", "the-harbour-clock", "--as", "editor").done("RecalledFromReview");
        stet("draft", "submit", "the-harbour-clock", "--as", "editor").done();
        stet("review", "approve", "the-harbour-clock", "--as", "chief").done();
        stet(
                        "publish",
                        "correct",
                        "the-harbour-clock",
                        "--note",
                        "It also strikes.",
                        "--as",
                        "publisher",
                        "--set",
                        "site.address=https://news.example")
                .done("EditionPublished", "Readers see it at https://news.example" + page);
        assertThat(get(page).body()).contains("and strikes", "It also strikes.");

        stet("publish", "withdraw", "the-harbour-clock", "--notice", "We look again.", "--as", "publisher")
                .done("EditionWithdrawn", "Readers no longer see it.");
        assertThat(get(page).statusCode()).isEqualTo(410);
        assertThat(get(page).body()).contains("We look again.");
        stet("publish", "kill", "the-harbour-clock", "--notice", "It was not so.", "--as", "chief")
                .done("StoryKilled, EditionKilled", "Readers no longer see it.");
        assertThat(get(page).body()).contains("It was not so.");

        stet("draft", "submit", "the-harbour-clock", "--as", "editor").with(3).telling("refused by killed: ");
        stet("draft", "submit", "the-harbour-clock@2", "--as", "editor").with(3).telling("refused by killed: ");
        stet("story", "list").done("The harbour clock runs again");
        stet("story", "show", "the-harbour-clock").done("killed", "en");
        stet("story", "history", "the-harbour-clock")
                .done("   1  ", "reporter", "publisher", "chief", "SubmitForReview refused by killed");
    }

    @Test
    void a_story_is_held_and_resumed_and_kept_from_the_public() throws IOException {
        Path file = story("the-fog-horn", "The fog horn sounds", "It sounds.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "assign", "the-fog-horn", "reporter", "--due", "2099-01-01T08:00+05:00", "--as", "editor")
                .done("StoryAssigned");
        stet("draft", "hold", "the-fog-horn", "--reason", "We ask the captain again.", "--as", "editor")
                .done("StoryHeld");
        stet("draft", "submit", "the-fog-horn", "--as", "reporter").with(3).telling("refused by held: ", "captain");
        stet("draft", "resume", "the-fog-horn", "--as", "editor").done("StoryResumed");
        stet("draft", "submit", "the-fog-horn", "--as", "reporter").done();
        stet("review", "approve", "the-fog-horn", "--as", "editor").done();
        stet("publish", "embargo", "the-fog-horn", "2099-01-01T08:00Z", "--as", "publisher")
                .done("EmbargoSet");
        stet("publish", "now", "the-fog-horn", "--as", "publisher").with(3).telling("refused by embargo: ", "2099");
        assertThat(json("/newsroom/stories/the-fog-horn")
                        .path("embargo")
                        .path("until")
                        .asString())
                .isEqualTo("2099-01-01T08:00:00Z");
        stet("publish", "lift", "the-fog-horn", "--as", "publisher").done("EmbargoLifted");
        String page = page(stet("publish", "now", "the-fog-horn", "--as", "publisher", "--timeout", "90")
                .done("EditionPublished"));
        stet("publish", "resend", "the-fog-horn", "--as", "publisher").done("EditionResent", page);
        stet("publish", "embargo", "the-fog-horn", "--as", "publisher").with(3).telling("refused by already-public: ");
        stet("publish", "embargo", "the-fog-horn", "tomorrow", "--as", "publisher")
                .with(2)
                .complaining("no moment");
    }

    @Test
    void a_version_is_seen_to_and_remarked_on_before_it_is_approved() throws IOException {
        Path file = story("the-buoy", "The buoy is back", "It is back.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "submit", "the-buoy", "--due", "2099-01-01T08:00Z", "--as", "reporter")
                .done();
        stet("review", "claim", "the-buoy", "--as", "editor").done("ReviewClaimed");
        stet("review", "queue", "--as", "editor").done("You see to", "due 2099-01-01T08:00:00Z", "editor (editor)");
        stet("review", "claim", "the-buoy", "--as", "chief").with(3).telling("refused by out-of-turn: ", "editor sees");
        stet("review", "claim", "the-buoy", "--for", "chief", "--from", "editor", "--as", "chief")
                .done("ReviewReleased, ReviewClaimed");
        stet("review", "release", "the-buoy", "--as", "chief").done("ReviewReleased");
        stet("review", "note", "the-buoy", "Who says so?", "--block", "headline", "--blocking", "--as", "chief")
                .done("NoteAdded");
        stet("review", "note", "the-buoy", "Where is it?", "--block", "nowhere", "--as", "chief")
                .with(3)
                .telling("refused by unknown-block: ");
        stet("review", "answer", "the-buoy", "1", "The harbour master.", "--as", "reporter")
                .done("NoteAnswered");
        stet("review", "approve", "the-buoy", "--as", "editor").with(3).telling("refused by open-notes: ", "note 1");
        stet("review", "show", "the-buoy")
                .done(
                        "editor: pending",
                        "note 1, answered, to be resolved first, on headline of version 1",
                        "reporter: The harbour master.");
        stet("review", "resolve", "the-buoy", "1", "--as", "chief").done("NoteResolved");
        stet("review", "changes", "the-buoy", "--note", "See it.", "--on", "headline=Since when?", "--as", "editor")
                .done("ChangesRequested, NoteAdded");
        stet("review", "show", "the-buoy").done("editor: changes requested by editor: See it.", "note 2, open");
        stet("review", "resolve", "the-buoy", "2", "--as", "editor").done();
        stet("draft", "submit", "the-buoy", "--as", "reporter").done();
        stet("review", "waive", "the-buoy", "--check", "editor", "--reason", "It is late.", "--as", "chief")
                .with(3)
                .telling("refused by checks: ", "never waived");
        stet("review", "approve", "the-buoy", "--as", "editor").done("ReviewCompleted");
    }

    @Test
    void a_rewrite_waits_for_an_urgent_correction_and_takes_up_what_that_changed() throws IOException {
        Path file = story("the-pier", "The pier is closed", "It is closed.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "submit", "the-pier", "--as", "reporter").done();
        stet("review", "approve", "the-pier", "--as", "editor").done();
        stet("publish", "now", "the-pier", "--as", "publisher").done();
        Path rewrite = desk.resolve("rewrite.md");
        stet("draft", "get", "the-pier", rewrite.toString()).done();
        Path correction = desk.resolve("correction.md");
        stet("draft", "get", "the-pier", correction.toString()).done();
        replace(rewrite, "It is closed.", "It is closed for the winter.");
        stet("draft", "revise", "the-pier", rewrite.toString(), "--as", "reporter")
                .done("/en@2: CopyRevised");

        replace(correction, "The pier is closed", "The pier is closing");
        stet("draft", "revise", "the-pier", correction.toString(), "--from-live", "--submit", "--as", "editor")
                .done("/en@3: WorkSetAside, CopyRevised, SubmittedForReview");
        assertThat(json("/newsroom/stories/the-pier")
                        .path("editions")
                        .path(0)
                        .path("aside")
                        .toString())
                .isEqualTo("[2]");
        stet("review", "approve", "the-pier", "--as", "chief").done();
        stet("publish", "correct", "the-pier", "--note", "It is not closed yet.", "--as", "publisher")
                .done();
        stet("draft", "take-up", "the-pier", "--as", "reporter").done("/en@2: WorkTakenUp");
        stet("draft", "submit", "the-pier@2", "--as", "reporter")
                .with(3)
                .telling("refused by behind-live: ", "headline");
        stet("draft", "get", "the-pier@2", rewrite.toString()).done();
        replace(rewrite, "for the winter", "until spring");
        stet(
                        "draft",
                        "revise",
                        "the-pier",
                        rewrite.toString(),
                        "--overrule",
                        "headline",
                        "--submit",
                        "--as",
                        "reporter")
                .done("/en@4: CopyRevised, SubmittedForReview");
    }

    @Test
    void a_story_goes_out_at_the_moment_it_was_scheduled_for() throws IOException {
        Path file = story("the-noon-gun", "The noon gun fires", "At noon.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "submit", "the-noon-gun", "--as", "reporter").done();
        stet("review", "approve", "the-noon-gun", "--as", "editor").done();
        stet("publish", "at", "the-noon-gun", "2099-01-01T12:00+05:00[Asia/Almaty]", "--as", "publisher")
                .done("PublicationScheduled", "Asia/Almaty");
        JsonNode schedule =
                json("/newsroom/stories/the-noon-gun").path("editions").path(0).path("schedule");
        assertThat(schedule.path("due").asString()).isEqualTo("2099-01-01T07:00:00Z");
        assertThat(schedule.path("zone").asString()).isEqualTo("Asia/Almaty");
        stet("publish", "unschedule", "the-noon-gun", "--as", "publisher").done("ScheduleCancelled");

        String soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2).toString();
        stet("publish", "at", "the-noon-gun", soon, "--as", "publisher").done("PublicationScheduled");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> json("/newsroom/stories/the-noon-gun")
                        .path("editions")
                        .path(0)
                        .path("live")
                        .asString()
                        .equals("published"));
        stet("story", "history", "the-noon-gun").done("it goes out");
    }

    @Test
    void a_story_is_spiked_and_restored() throws IOException {
        Path file = story("the-lost-oar", "An oar is lost", "It floats.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "spike", "the-lost-oar", "--reason", "It was found.", "--as", "editor")
                .done("StorySpiked");
        stet("draft", "submit", "the-lost-oar", "--as", "reporter").with(3).telling("refused by spiked: ");
        stet("draft", "restore", "the-lost-oar", "--as", "editor").done("StoryRestored");
        stet("draft", "submit", "the-lost-oar", "--as", "reporter").done("SubmittedForReview");
    }

    @Test
    void a_translation_is_stale_in_what_was_corrected_until_it_is_confirmed() throws IOException {
        Path file = story("the-new-buoy", "A new buoy", "It is red.");
        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "submit", "the-new-buoy", "--as", "reporter").done();
        stet("review", "approve", "the-new-buoy", "--as", "editor").done();
        stet("publish", "now", "the-new-buoy", "--as", "publisher").done();
        stet("translation", "request", "the-new-buoy", "ru", "--as", "editor").done();
        stet("translation", "assign", "the-new-buoy", "ru", "translator", "--as", "editor")
                .done("TranslationAssigned");
        Path russian = desk.resolve("buoy.ru.md");
        stet("translation", "export", "the-new-buoy", "ru", russian.toString()).done();
        replace(russian, "It is red.", "Он красный.");
        stet("translation", "deliver", "the-new-buoy", russian.toString(), "--as", "translator")
                .done("TranslationDelivered");
        stet("translation", "stale", "the-new-buoy").done("No translation is stale.");

        Path copy = desk.resolve("buoy.md");
        stet("draft", "get", "the-new-buoy", copy.toString()).done();
        replace(copy, "It is red.", "It is green.");
        stet("draft", "revise", "the-new-buoy", copy.toString(), "--as", "reporter", "--submit")
                .done();
        stet("review", "approve", "the-new-buoy", "--as", "editor").done();
        stet("publish", "correct", "the-new-buoy", "--note", "Green.", "--as", "publisher")
                .done("EditionPublished, TranslationStale");

        JsonNode stale = JsonMapper.shared()
                .readTree(stet("translation", "stale", "the-new-buoy", "--json")
                        .done()
                        .out());
        assertThat(stale.toString())
                .matches("\\[\\{\"story\":\"[0-9a-f-]{36}\",\"language\":\"ru\",\"sourceLanguage\":\"en\","
                        + "\"sourceVersion\":2,\"blocks\":\\[\"v1-1\"\\]}]");
        stet("translation", "queue").done("/ru  from en@2");
        stet("translation", "confirm", "the-new-buoy", "ru", "--as", "translator")
                .done("TranslationConfirmed");
        stet("translation", "stale", "the-new-buoy").done("No translation is stale.");
    }

    @Test
    void a_tool_is_told_one_object_with_the_same_keys_whatever_came_of_it() throws IOException {
        Path file = story("the-tide-table", "The tide table is wrong", "By an hour.");

        JsonNode filed = stet("draft", "file", file.toString(), "--as", "reporter", "--json")
                .done()
                .json();
        assertThat(filed.propertyNames()).containsExactly(KEYS);
        assertThat(filed.path("language").asString()).isEqualTo("en");
        assertThat(filed.path("version").asInt()).isEqualTo(1);
        assertThat(filed.path("accepted").asBoolean()).isTrue();
        assertThat(filed.path("events").toString()).isEqualTo("[\"StoryFiled\"]");
        assertThat(filed.path("inForce").isNull()).isTrue();
        String story = filed.path("story").asString();

        JsonNode refused = stet("publish", "now", story, "--as", "publisher", "--json")
                .with(3)
                .json();
        assertThat(refused.propertyNames()).containsExactly(KEYS);
        assertThat(refused.path("accepted").asBoolean()).isFalse();
        assertThat(refused.path("rule").asString()).isEqualTo("out-of-turn");
        assertThat(refused.path("reason").asString()).contains("nothing is approved");
        assertThat(refused.path("events").isEmpty()).isTrue();

        stet("draft", "submit", story, "--as", "reporter", "--json").done().json();
        stet("review", "approve", story, "--as", "editor", "--json").done().json();
        JsonNode published = stet("publish", "now", story, "--as", "publisher", "--json")
                .done()
                .json();
        assertThat(published.path("inForce").asBoolean()).isTrue();
        assertThat(get(published.path("path").asString()).statusCode()).isEqualTo(200);

        JsonNode killed = stet("publish", "kill", story, "--notice", "No.", "--as", "chief", "--json")
                .done()
                .json();
        assertThat(killed.propertyNames()).containsExactly(KEYS);
        assertThat(killed.path("language").isNull()).isTrue();
        assertThat(killed.path("path").isNull()).isTrue();
        assertThat(killed.path("inForce").asBoolean()).isTrue();
        for (String asked : new String[] {"review queue", "translation queue", "story list", "story show " + story}) {
            stet((asked + " --json").split(" ", -1)).done().json();
        }
    }

    @Test
    void copy_that_lacks_something_is_refused_with_all_that_it_lacks() throws IOException {
        Path file = desk.resolve("bare.md");
        Files.writeString(file, """
                ---
                language: en
                headline: Bare of everything
                slug: bare-of-everything
                ---

                ![](https://pictures.example/a.jpg)
                """);
        stet("draft", "file", file.toString(), "--as", "reporter").done();

        JsonNode lacking = stet("draft", "submit", "bare-of-everything", "--as", "reporter", "--json")
                .with(3)
                .json();

        assertThat(lacking.path("rule").asString()).isEqualTo("complete-copy");
        assertThat(lacking.path("violations")
                        .valueStream()
                        .map(each -> each.path("what").asString()))
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_translation_is_asked_for_fetched_written_over_and_delivered() throws IOException {
        stet(
                        "draft",
                        "file",
                        story("the-bell-tower", "The bell tower leans", "A little.")
                                .toString(),
                        "--as",
                        "reporter")
                .done();
        stet("translation", "request", "the-bell-tower", "ru", "tg", "--as", "editor")
                .done("/ru: TranslationRequested", "/tg: TranslationRequested");
        stet("translation", "queue").done("/ru  from en@1  asked for by editor", "“The bell tower leans”");

        JsonNode more = stet("translation", "request", "the-bell-tower", "ky", "ru", "--as", "editor", "--json")
                .with(3)
                .json();
        assertThat(more.path("accepted").asBoolean()).isFalse();
        assertThat(more.path("rule").asString()).isEqualTo("out-of-turn");
        assertThat(more.path("each")
                        .valueStream()
                        .map(each -> each.path("language").asString() + each.path("accepted")))
                .containsExactly("kytrue", "rufalse");

        Path copy = desk.resolve("ru.md");
        stet("translation", "export", "the-bell-tower", "ru", copy.toString()).done("holds en@1");
        assertThat(copy).content().contains("translates: en@1", "language: ru", "renders: ");
        replace(copy, "The bell tower leans", "Колокольня наклонилась");
        replace(copy, "A little.", "Немного.");
        stet("translation", "deliver", "the-bell-tower", copy.toString(), "--as", "translator")
                .done("/ru@1: TranslationDelivered", "made from en@1");

        stet("draft", "submit", "the-bell-tower", "--as", "reporter").done();
        stet("draft", "submit", "the-bell-tower/ru", "--as", "translator").done();
        stet("review", "approve", "the-bell-tower/ru", "--as", "editor").done();
        stet("publish", "now", "the-bell-tower/ru", "--as", "publisher").with(3).telling("source-not-approved");
        stet("review", "approve", "the-bell-tower", "--as", "editor").done();
        String page = page(
                stet("publish", "now", "the-bell-tower/ru", "--as", "publisher").done());
        assertThat(get(page).body()).contains("Колокольня наклонилась", "Nora Lind");
    }

    @Test
    void what_cannot_be_done_says_where_and_what_to_do() throws Exception {
        Told.of(URI.create("http://127.0.0.1:1"), "story", "list")
                .with(1)
                .complaining("no newsroom answers at http://127.0.0.1:1", "./stet newsroom");
        stet("draft", "submit", "no-such-story", "--as", "reporter")
                .with(1)
                .complaining("no story goes by 'no-such-story'");
        stet("draft", "file", desk.resolve("absent.md").toString(), "--as", "reporter")
                .with(1)
                .complaining("absent.md", "cannot be read");

        Path wrong = desk.resolve("wrong.md");
        Files.writeString(wrong, "---\nlanguage: en\nheadline: Wrong\n---\n\n![A boat](boats/one.jpg)\n");
        stet("draft", "file", wrong.toString(), "--as", "reporter")
                .with(1)
                .complaining(wrong + ":6:1: a picture: 'boats/one.jpg' is a local file");
        assertThat(json("/newsroom/stories?limit=200").toString()).doesNotContain("\"Wrong\"");
    }

    @Test
    void an_outcome_that_does_not_come_in_time_is_told_with_what_is_known() throws Exception {
        JsonNode about = json("/newsroom/about");
        String file = story("unruled", "Nobody rules on it", "Yet.").toString();
        try (DataDirectory data = DataDirectory.open(desk.resolve("broker"));
                EmbeddedKafka idle = new EmbeddedKafka(data, Progress.untold())) {
            idle.start();
            try (Admin admin = Admin.create(
                            KafkaConnection.open(idle.bootstrapServers()).settings());
                    Registry registry =
                            Registry.at(URI.create(about.path("registry").asString()))) {
                new TopicSetup(admin, registry, about.path("partitions").asInt()).apply();
            }
            HttpServer door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] answer = ((ObjectNode) JsonMapper.shared().readTree(about.toString()))
                    .put("brokers", idle.bootstrapServers())
                    .toString()
                    .getBytes(StandardCharsets.UTF_8);
            door.createContext("/newsroom/about", asked -> {
                asked.sendResponseHeaders(200, answer.length);
                asked.getResponseBody().write(answer);
                asked.close();
            });
            door.start();
            try {
                URI elsewhere =
                        URI.create("http://127.0.0.1:" + door.getAddress().getPort());
                Told.of(elsewhere, "draft", "file", file, "--as", "reporter", "--timeout", "2", "--json")
                        .with(1)
                        .complaining("no outcome of FileStory", "It stands at stet.drafts", "never ruled on twice");
            } finally {
                door.stop(0);
            }
        }
    }

    @Test
    void whoever_does_not_say_enough_is_told_what_to_say() throws IOException {
        Path file = story("two-piers", "Two piers", "Both closed.");
        stet("draft", "file", file.toString())
                .with(2)
                .complaining("say who acts, with --as PERSON or STET_AS", "reporter (reporter)", "chief (chief)");
        stet("draft", "file", file.toString(), "--as", "reporter").done();

        stet("draft", "revise", "two-piers", file.toString(), "--as", "editor")
                .with(2)
                .complaining("STORY@N", "version 1 was sent by reporter at ");
        stet("draft", "revise", "two-piers@1", file.toString(), "--as", "editor")
                .with(3)
                .telling("nothing-changed");
        replace(file, "Both closed.", "Both open.");
        stet("draft", "revise", "two-piers", file.toString(), "--as", "reporter")
                .done("/en@2: CopyRevised");
        stet("draft", "revise", "two-piers@1", file.toString(), "--as", "editor")
                .with(3)
                .telling("refused by expected-version: ");

        stet("draft", "file", file.toString(), "--as", "reporter").done();
        stet("draft", "submit", "two-piers", "--as", "reporter").with(2).complaining("Two piers");
        stet("draft", "submit", "two piers", "--as", "reporter").with(2).complaining("names no story");
        stet("draft", "file", file.toString(), "--as", "reporter", "--timeout", "0")
                .with(2)
                .complaining("--timeout is at least 1 second");
        stet("publish", "kill", "two-piers", "--as", "chief").with(2).complaining("--notice");
        stet("nonsense").with(2);
    }

    @Test
    void a_refusal_names_its_rule_and_who_may() throws IOException {
        stet("draft", "file", story("the-weir", "The weir holds", "So far.").toString(), "--as", "editor")
                .done();
        stet("draft", "submit", "the-weir", "--as", "editor").done();

        stet("review", "approve", "the-weir", "--as", "editor")
                .with(3)
                .telling("refused by four-eyes: editor contributed to the en edition");
        stet("review", "approve", "the-weir", "--as", "reporter")
                .with(3)
                .telling("refused by permission: ", "who may: chief, editor");
        stet("review", "approve", "the-weir", "--as", "nobody").with(3).telling("refused by unknown-person: ");
        stet("publish", "kill", "the-weir", "--notice", "No.", "--as", "publisher")
                .with(3)
                .telling("refused by permission: ", "who may: chief");
        Path large = story("too-large", "Too large", "word ".repeat(300_000));
        stet("draft", "file", large.toString(), "--as", "reporter")
                .with(3)
                .complaining("refused by too-large: ", "bytes");
    }

    private Path story(String slug, String headline, String text) throws IOException {
        return Files.writeString(desk.resolve(slug + ".md"), """
                ---
                language: en
                headline: %s
                standfirst: What is known so far.
                section: harbour
                byline: Nora Lind
                slug: %s
                ---

                %s
                """.formatted(headline, slug, text));
    }

    private static void replace(Path file, String before, String after) throws IOException {
        Files.writeString(file, Files.readString(file).replace(before, after));
    }

    /** The path of the page that a publication printed the address of. */
    private static String page(Told published) {
        String line = published
                .out()
                .lines()
                .filter(each -> each.startsWith("Readers see it at "))
                .findFirst()
                .orElseThrow();
        return URI.create(line.substring("Readers see it at ".length())).getRawPath();
    }
}
