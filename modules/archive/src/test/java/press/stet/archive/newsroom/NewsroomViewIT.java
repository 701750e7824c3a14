package press.stet.archive.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static press.stet.archive.newsroom.SmallNewsroom.ANN;
import static press.stet.archive.newsroom.SmallNewsroom.BEN;
import static press.stet.archive.newsroom.SmallNewsroom.EN;
import static press.stet.archive.newsroom.SmallNewsroom.LEA;
import static press.stet.archive.newsroom.SmallNewsroom.LEGAL;
import static press.stet.archive.newsroom.SmallNewsroom.NOON;
import static press.stet.archive.newsroom.SmallNewsroom.RU;
import static press.stet.archive.newsroom.SmallNewsroom.STAFF;
import static press.stet.archive.newsroom.SmallNewsroom.record;
import static press.stet.archive.newsroom.SmallNewsroom.story;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.archive.copy.CopyJson;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.topic.Topics;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.story.Working;
import tools.jackson.databind.JsonNode;

class NewsroomViewIT {

    private static final StoryId BRIDGE = story(1);

    private static ViewedNewsroom view;
    private SmallNewsroom newsroom = new SmallNewsroom();

    @BeforeAll
    static void open() {
        view = new ViewedNewsroom();
    }

    @AfterAll
    static void close() {
        view.close();
    }

    @BeforeEach
    void empty() {
        view.empty();
        newsroom = new SmallNewsroom();
    }

    @Test
    void shows_a_filed_story_as_a_draft_of_its_first_version() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.follow(newsroom);

        JsonNode story = view.get("/newsroom/stories/" + BRIDGE);

        assertThat(story.toString()).isEqualTo("""
                {"story":"%s","shortId":"%s","site":"daily","original":"en","sequence":1,"killed":false,"hold":null,\
                "embargo":null,"assigned":null,"editions":[\
                {"language":"en","original":true,"state":"draft","version":1,"digest":"%s","headline":"Bridge opens",\
                "section":"world","slug":"bridge-opens","writer":"ann","at":"2026-03-01T12:00:01Z","live":"unpublished",\
                "number":0,"liveVersion":null,"path":null,"source":null,"job":null,"stale":null,"checks":[],"due":null,\
                "overdue":false,"claims":[],"sentBack":null,"owed":[],"aside":[]}]}\
                """.formatted(BRIDGE, BRIDGE.shortId(), digest(EN)));
    }

    @Test
    void shows_which_checks_a_version_in_review_has_and_which_it_lacks() {
        newsroom.file(BRIDGE, copy(EN, "Bridge on trial", "law", "It is."));
        newsroom.submit(BRIDGE, EN);
        newsroom.approve(BRIDGE, EN, BEN, Check.EDITOR);
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("in-review");
        assertThat(edition(EN).path("checks").toString()).isEqualTo("""
                [{"check":"editor","quorum":1,"given":[{"by":"ben","at":"2026-03-01T12:00:03Z"}]},\
                {"check":"legal","quorum":1,"given":[]}]""");
        assertThat(view.get("/newsroom/review/queue")
                        .path("editions")
                        .path(0)
                        .path("missing")
                        .toString())
                .isEqualTo("[\"legal\"]");
    }

    @Test
    void shows_who_sees_to_a_check_what_was_remarked_and_what_was_waived() {
        newsroom.file(BRIDGE, copy(EN, "Bridge on trial", "law", "It is."));
        newsroom.submit(BRIDGE, EN);
        newsroom.send(BRIDGE, BEN, new Command.ClaimReview(EN, Check.EDITOR, null, BEN));
        newsroom.send(
                BRIDGE,
                BEN,
                new Command.AddNote(EN, new Version(1), new Command.Remark(BlockId.HEADLINE, "Whose trial?"), true));
        newsroom.send(BRIDGE, ANN, new Command.AnswerNote(EN, 1, "The builder's."));
        view.follow(newsroom);

        JsonNode waiting = view.get("/newsroom/review/queue").path("editions").path(0);
        assertThat(waiting.path("claims").path(0).path("by").asString()).isEqualTo("ben");
        assertThat(waiting.path("blockingNotes").asInt()).isEqualTo(1);
        JsonNode note = view.get("/newsroom/stories/" + BRIDGE + "/en/notes")
                .path("notes")
                .path(0);
        assertThat(note.path("state").asString()).isEqualTo("answered");
        assertThat(note.path("block").asString()).isEqualTo("headline");
        assertThat(note.path("answers").path(0).path("text").asString()).isEqualTo("The builder's.");

        newsroom.send(BRIDGE, BEN, new Command.ResolveNote(EN, 1));
        newsroom.approve(BRIDGE, EN, BEN, Check.EDITOR);
        Digest digest =
                Objects.requireNonNull(newsroom.edition(BRIDGE, EN).current()).digest();
        newsroom.send(BRIDGE, BEN, new Command.WaiveCheck(EN, new Version(1), digest, LEGAL, "It is four o'clock."));
        view.follow(newsroom);
        assertThat(edition(EN).path("state").asString()).isEqualTo("approved");
        assertThat(edition(EN)
                        .path("checks")
                        .path(1)
                        .path("waived")
                        .path("reason")
                        .asString())
                .isEqualTo("It is four o'clock.");

        newsroom.publish(BRIDGE, EN, PublicationKind.FIRST);
        view.follow(newsroom);
        assertThat(view.get("/newsroom/review/owed")
                        .path("editions")
                        .path(0)
                        .path("missing")
                        .toString())
                .isEqualTo("[\"legal\"]");
        newsroom.approve(BRIDGE, EN, LEA, LEGAL);
        view.follow(newsroom);
        assertThat(view.get("/newsroom/review/owed").path("editions")).isEmpty();
    }

    @Test
    void a_hold_moves_what_is_due_by_as_long_as_it_lasts() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        Instant due = NOON.plus(Duration.ofHours(1));
        newsroom.send(BRIDGE, ANN, new Command.SubmitForReview(EN, new Version(1), due));
        newsroom.send(BRIDGE, BEN, new Command.HoldStory("We ask again."));
        newsroom.send(BRIDGE, BEN, new Command.ResumeStory());
        view.follow(newsroom);

        Working.InReview review =
                (Working.InReview) newsroom.edition(BRIDGE, EN).working();
        Instant moved = Objects.requireNonNull(review.deadline()).at();
        assertThat(moved).isAfter(due);
        assertThat(edition(EN).path("due").asString()).isEqualTo(moved.toString());
    }

    @Test
    void shows_a_version_as_approved_once_it_has_every_check() {
        newsroom.file(BRIDGE, copy(EN, "Bridge on trial", "law", "It is."));
        newsroom.submit(BRIDGE, EN);
        newsroom.approve(BRIDGE, EN, BEN, Check.EDITOR);
        newsroom.approve(BRIDGE, EN, LEA, LEGAL);
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("approved");
        assertThat(edition(EN)
                        .path("checks")
                        .path(1)
                        .path("given")
                        .path(0)
                        .path("by")
                        .asString())
                .isEqualTo("lea");
        assertThat(view.get("/newsroom/review/queue").path("editions")).isEmpty();
    }

    @Test
    void shows_a_recalled_or_returned_version_as_a_draft_without_checks() {
        newsroom.file(BRIDGE, copy(EN, "Bridge on trial", "law", "It is."));
        newsroom.submit(BRIDGE, EN);
        newsroom.approve(BRIDGE, EN, BEN, Check.EDITOR);
        newsroom.recall(BRIDGE, EN);
        view.follow(newsroom);
        assertThat(edition(EN).path("state").asString()).isEqualTo("draft");
        assertThat(edition(EN).path("checks")).isEmpty();

        newsroom.submit(BRIDGE, EN);
        newsroom.send(
                BRIDGE, BEN, new Command.RequestChanges(EN, new Version(1), Check.EDITOR, "Say when.", List.of()));
        view.follow(newsroom);
        assertThat(edition(EN).path("state").asString()).isEqualTo("draft");
    }

    @Test
    void shows_new_copy_of_an_approved_version_as_a_draft() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.submit(BRIDGE, EN);
        newsroom.approve(BRIDGE, EN, BEN, Check.EDITOR);
        newsroom.revise(BRIDGE, copy(EN, "Bridge opens late", "world", "It opens late."));
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("draft");
        assertThat(edition(EN).path("version").asInt()).isEqualTo(2);
        assertThat(edition(EN).path("headline").asString()).isEqualTo("Bridge opens late");
        assertThat(edition(EN).path("checks")).isEmpty();
    }

    @Test
    void shows_a_published_edition_with_its_path_and_what_is_in_hand_beside_it() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("none");
        assertThat(edition(EN).path("live").asString()).isEqualTo("published");
        assertThat(edition(EN).path("version").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("number").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("path").asString()).isEqualTo("/en/world/bridge-opens-" + BRIDGE.shortId());

        newsroom.revise(BRIDGE, copy(EN, "Bridge shut", "world", "It is shut."));
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("draft");
        assertThat(edition(EN).path("version").asInt()).isEqualTo(2);
        assertThat(edition(EN).path("liveVersion").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("path").asString()).isEqualTo("/en/world/bridge-opens-" + BRIDGE.shortId());
    }

    @Test
    void shows_a_withdrawn_edition_and_its_last_public_version_back_in_review() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.send(BRIDGE, BEN, new Command.WithdrawEdition(EN, 1, Notice.of("We were wrong.")));
        view.follow(newsroom);

        assertThat(edition(EN).path("live").asString()).isEqualTo("withdrawn");
        assertThat(edition(EN).path("number").asInt()).isEqualTo(2);
        assertThat(edition(EN).path("version").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("liveVersion").isNull()).isTrue();
        assertThat(edition(EN).path("path").isNull()).isTrue();

        newsroom.submit(BRIDGE, EN);
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("in-review");
        assertThat(edition(EN).path("version").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("live").asString()).isEqualTo("withdrawn");
    }

    @Test
    void shows_a_killed_story_with_nothing_in_hand_and_finds_it_by_its_last_slug() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.send(BRIDGE, BEN, new Command.RequestTranslation(RU, null, null));
        newsroom.send(BRIDGE, BEN, new Command.KillStory(Notice.NONE));
        view.follow(newsroom);

        JsonNode story = view.get("/newsroom/stories/bridge-opens");

        assertThat(story.path("killed").asBoolean()).isTrue();
        assertThat(edition(EN).path("live").asString()).isEqualTo("killed");
        assertThat(edition(EN).path("state").asString()).isEqualTo("none");
        assertThat(edition(EN).path("version").isNull()).isTrue();
        assertThat(edition(EN).path("headline").asString()).isEqualTo("Bridge opens");
        assertThat(edition(RU).path("live").asString()).isEqualTo("unpublished");
        assertThat(edition(RU).path("job").isNull()).isTrue();
        assertThat(view.get("/newsroom/translation/queue").path("jobs")).isEmpty();
    }

    @Test
    void shows_what_waits_for_the_other_languages_of_its_story() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge at the summit", "summit", "x"));
        view.follow(newsroom);

        assertThat(edition(EN).path("state").asString()).isEqualTo("scheduled");
        assertThat(edition(EN).path("live").asString()).isEqualTo("unpublished");
        assertThat(edition(EN).path("schedule").path("together").asBoolean()).isTrue();
        assertThat(view.get("/newsroom/stories/" + BRIDGE + "/history").toString())
                .contains("wait for the story's other languages, at the latest until");
    }

    @Test
    void shows_when_a_translation_is_due_that_the_house_wants_by_a_time() {
        newsroom.send(BRIDGE, ANN, new Command.FileStory(SmallNewsroom.DAILY, copy(EN, "Bridge in court", "law", "x")));
        newsroom.send(BRIDGE, BEN, new Command.RequestTranslation(RU, null, null));
        view.follow(newsroom);

        JsonNode job = edition(RU).path("job");

        assertThat(Instant.parse(job.path("due").asString()))
                .isEqualTo(Instant.parse(job.path("at").asString()).plus(Duration.ofHours(8)));
    }

    @Test
    void shows_a_translation_from_its_request_to_its_delivery_with_its_originals_section() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.send(BRIDGE, BEN, new Command.RequestTranslation(RU, null, null));
        view.follow(newsroom);

        assertThat(edition(RU).path("state").asString()).isEqualTo("none");
        assertThat(edition(RU).path("version").isNull()).isTrue();
        assertThat(edition(RU).path("job").toString()).isEqualTo("""
                {"language":"en","version":1,"requestedBy":"ben","at":"2026-03-01T12:00:05Z","to":null,"due":null,\
                "overdue":false,"blocks":[]}""");
        assertThat(view.get("/newsroom/translation/queue").path("jobs").toString())
                .isEqualTo("""
                [{"story":"%s","shortId":"%s","language":"ru","source":{"language":"en","version":1},\
                "headline":"Bridge opens","requestedBy":"ben","at":"2026-03-01T12:00:05Z","to":null,"due":null,\
                "overdue":false,"blocks":[]}]\
                """.formatted(BRIDGE, BRIDGE.shortId()));

        newsroom.send(
                BRIDGE,
                ANN,
                new Command.DeliverTranslation(null, null, null, copy(RU, "Мост открыт", null, "Он открыт.")));
        newsroom.submit(BRIDGE, RU);
        newsroom.approve(BRIDGE, RU, BEN, Check.EDITOR);
        newsroom.publish(BRIDGE, RU, PublicationKind.FIRST);
        view.follow(newsroom);

        assertThat(edition(RU).path("job").isNull()).isTrue();
        assertThat(edition(RU).path("source").toString()).isEqualTo("{\"language\":\"en\",\"version\":1}");
        assertThat(edition(RU).path("section").asString()).isEqualTo("world");
        assertThat(URI.create(edition(RU).path("path").asString()).getPath())
                .isEqualTo("/ru/world/мост-открыт-" + BRIDGE.shortId());
        assertThat(view.get("/newsroom/translation/queue").path("jobs")).isEmpty();
        assertThat(view.get("/newsroom/stories/" + BRIDGE)
                        .path("editions")
                        .path(1)
                        .path("original")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void takes_the_text_of_a_version_before_its_event() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.take(newsroom, newsroom.copies);
        assertThat(view.ask("/newsroom/stories/" + BRIDGE).statusCode()).isEqualTo(404);

        view.take(newsroom, newsroom.events);

        assertThat(edition(EN).path("headline").asString()).isEqualTo("Bridge opens");
        assertThat(view.get("/newsroom/stories/bridge-opens").path("story").asString())
                .isEqualTo(BRIDGE.toString());
    }

    @Test
    void takes_the_event_of_a_version_before_its_text() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.take(newsroom, newsroom.events);

        assertThat(edition(EN).path("version").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("headline").isNull()).isTrue();
        assertThat(view.ask("/newsroom/stories/" + BRIDGE + "/en/copy").statusCode())
                .isEqualTo(404);

        view.take(newsroom, newsroom.copies);

        assertThat(edition(EN).path("headline").asString()).isEqualTo("Bridge opens");
        assertThat(view.ask("/newsroom/stories/" + BRIDGE + "/en/copy").statusCode())
                .isEqualTo(200);
    }

    @Test
    void changes_nothing_for_what_comes_again() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.send(BRIDGE, LEA, new Command.KillStory(Notice.NONE));
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>(newsroom.events);
        all.addAll(newsroom.copies);
        all.addAll(newsroom.refusals);
        view.follow(newsroom);
        JsonNode before = view.get("/newsroom/stories/" + BRIDGE);
        JsonNode history = view.get("/newsroom/stories/" + BRIDGE + "/history");

        view.take(newsroom, all);

        assertThat(view.get("/newsroom/stories/" + BRIDGE)).isEqualTo(before);
        assertThat(view.get("/newsroom/stories/" + BRIDGE + "/history")).isEqualTo(history);
    }

    @Test
    void stops_at_an_event_that_does_not_follow_the_last() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.submit(BRIDGE, EN);
        newsroom.recall(BRIDGE, EN);
        newsroom.events.remove(1);

        assertThatThrownBy(() -> view.take(newsroom, newsroom.events))
                .isInstanceOf(EventMissing.class)
                .hasMessageContaining("event 3 of story " + BRIDGE + " does not follow event 1");
    }

    @Test
    void forgets_a_text_that_was_erased() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.follow(newsroom);

        view.take(newsroom, new ArrayList<>(List.of(record(Topics.COPIES, BRIDGE + "/en/1", null, 9))));

        assertThat(edition(EN).path("version").asInt()).isEqualTo(1);
        assertThat(edition(EN).path("headline").isNull()).isTrue();
        assertThat(view.ask("/newsroom/stories/" + BRIDGE + "/en/copy").statusCode())
                .isEqualTo(404);
        assertThat(view.ask("/newsroom/stories/bridge-opens").statusCode()).isEqualTo(404);
        assertThat(view.get("/newsroom/stories/" + BRIDGE + "?sequence=1")
                        .path("sequence")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void forgets_a_text_that_was_erased_right_after_it_came() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.take(newsroom, newsroom.events);
        newsroom.copies.add(record(Topics.COPIES, BRIDGE + "/en/1", null, 9));

        view.take(newsroom, newsroom.copies);

        assertThat(edition(EN).path("headline").isNull()).isTrue();
        assertThat(view.ask("/newsroom/stories/" + BRIDGE + "/en/copy").statusCode())
                .isEqualTo(404);
    }

    @Test
    void keeps_the_bytes_of_a_history_so_that_it_can_be_verified() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        view.follow(newsroom);

        List<byte[]> values = view.jdbi()
                .withHandle(handle -> handle.createQuery("select value from event order by sequence")
                        .mapTo(byte[].class)
                        .list());

        assertThat(new Chain(newsroom.codec()).verify(values)).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void finds_a_story_by_id_short_id_and_any_slug_that_is_its_own() {
        newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.revise(BRIDGE, copy(EN, "Bridge shut", "world", "It is shut."));
        newsroom.send(
                BRIDGE,
                ANN,
                new Command.DeliverTranslation(null, null, null, copy(RU, "Мост открыт", null, "Он открыт.")));
        newsroom.file(story(2), copy(EN, "Tunnel opens", "world", "It opens."));
        view.follow(newsroom);

        for (String name : List.of(
                BRIDGE.toString(),
                BRIDGE.shortId(),
                "bridge-shut",
                "%D0%BC%D0%BE%D1%81%D1%82-%D0%BE%D1%82%D0%BA%D1%80%D1%8B%D1%82")) {
            assertThat(view.get("/newsroom/stories/" + name).path("story").asString())
                    .isEqualTo(BRIDGE.toString());
        }
        assertThat(view.ask("/newsroom/stories/bridge-opens").statusCode()).isEqualTo(404);
        assertThat(view.ask("/newsroom/stories/" + story(3)).body()).contains("no story goes by '" + story(3));
    }

    @Test
    void names_the_stories_that_share_a_slug() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.file(story(2), copy(EN, "Bridge opens!", "world", "Another opens."));
        view.follow(newsroom);

        HttpResponse<String> answer = view.ask("/newsroom/stories/bridge-opens/history");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(headlines(ViewedNewsroom.json(answer.body()).path("candidates")))
                .containsExactlyInAnyOrder("Bridge opens", "Bridge opens!");
    }

    @Test
    void queues_reviews_by_how_long_they_wait() {
        newsroom.file(story(3), copy(EN, "Third", "world", "x"));
        newsroom.file(story(1), copy(EN, "First", "world", "x"));
        newsroom.file(story(2), copy(EN, "Second", "world", "x"));
        newsroom.submit(story(1), EN);
        newsroom.submit(story(2), EN);
        newsroom.submit(story(3), EN);
        newsroom.recall(story(1), EN);
        newsroom.submit(story(1), EN);
        view.follow(newsroom);

        JsonNode queue = view.get("/newsroom/review/queue").path("editions");

        assertThat(headlines(queue)).containsExactly("Second", "Third", "First");
        assertThat(queue.path(0).path("since").asString())
                .isEqualTo(NOON.plusSeconds(5).toString());
        assertThat(queue.path(0).path("missing").toString()).isEqualTo("[\"editor\"]");
        assertThat(queue.path(0).path("writer").asString()).isEqualTo("ann");
    }

    @Test
    void lists_stories_last_changed_first_page_by_page() {
        for (int number = 1; number <= 5; number++) {
            newsroom.file(story(number), copy(EN, "Story " + number, "world", "x"));
        }
        newsroom.submit(story(2), EN);
        newsroom.send(story(4), BEN, new Command.RequestTranslation(RU, null, null));
        view.follow(newsroom);

        assertThat(pages("/newsroom/stories?limit=2"))
                .containsExactly("Story 4", "Story 2", "Story 5", "Story 3", "Story 1");
        assertThat(pages("/newsroom/stories?limit=2&state=draft"))
                .containsExactly("Story 4", "Story 5", "Story 3", "Story 1");
        assertThat(pages("/newsroom/stories?limit=1&state=in-review")).containsExactly("Story 2");
        assertThat(pages("/newsroom/stories?limit=1&language=ru")).containsExactly("Story 4");
        assertThat(pages("/newsroom/stories?limit=1&language=ru&state=draft")).isEmpty();
    }

    @Test
    void gives_back_copy_as_it_was_filed_and_any_older_version() {
        Copy first = copy(EN, "Bridge opens", "world", "It *opens*.");
        newsroom.file(BRIDGE, first);
        newsroom.revise(BRIDGE, copy(EN, "Bridge opens late", "world", "It opens late."));
        view.follow(newsroom);

        JsonNode newest = view.get("/newsroom/stories/" + BRIDGE + "/en/copy");
        JsonNode older = view.get("/newsroom/stories/" + BRIDGE + "/en/copy?version=1");

        assertThat(newest.path("version").asInt()).isEqualTo(2);
        assertThat(newest.path("basedOn").asInt()).isEqualTo(1);
        assertThat(newest.path("digest").asString()).isEqualTo(digest(EN));
        assertThat(newest.path("site").asString()).isEqualTo("daily");
        assertThat(newest.path("source").isNull()).isTrue();
        assertThat(CopyJson.read(older.path("copy"))).isEqualTo(first);
        assertThat(view.ask("/newsroom/stories/" + BRIDGE + "/en/copy?version=3")
                        .statusCode())
                .isEqualTo(404);
        assertThat(view.ask("/newsroom/stories/" + BRIDGE + "/fr/copy").statusCode())
                .isEqualTo(404);
    }

    @Test
    void tells_what_happened_and_what_was_refused() {
        newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        newsroom.submit(BRIDGE, EN);
        newsroom.approve(BRIDGE, EN, ANN, Check.EDITOR);
        view.follow(newsroom);

        JsonNode history = view.get("/newsroom/stories/" + BRIDGE + "/history");

        JsonNode submitted = history.path("events").path(1);
        assertThat(submitted.toString()).startsWith("""
                {"sequence":2,"at":"2026-03-01T12:00:02Z","actor":"ann","tool":"test/1.0","event":"SubmittedForReview",\
                "language":"en","version":1,"what":"put version 1 in review; checks asked: editor",""");
        assertThat(submitted.path("houseRules").asInt()).isEqualTo(7);
        assertThat(submitted.path("staff").asInt()).isPositive();
        assertThat(submitted.has("value")).isFalse();
        assertThat(view.get("/newsroom/stories/" + BRIDGE + "/history?values=true")
                        .path("events")
                        .path(1)
                        .path("value")
                        .isString())
                .isTrue();
        assertThat(history.path("refusals")).hasSize(1);
        JsonNode refusal = history.path("refusals").path(0);
        assertThat(refusal.path("command").asString()).isEqualTo("ApproveVersion");
        assertThat(refusal.path("rule").asString()).isEqualTo("four-eyes");
        assertThat(refusal.path("actor").asString()).isEqualTo("ann");
        assertThat(view.get("/newsroom/refusals").path("refusals").path(0)).isEqualTo(refusal);
        assertThat(view.get("/newsroom/refusals?story=" + story(2)).path("refusals"))
                .isEmpty();
    }

    @Test
    void names_the_staff_of_the_newest_list() {
        assertThat(view.get("/newsroom/staff").toString()).isEqualTo("{\"version\":0,\"people\":[]}");

        byte[] list = newsroom.codec().encodeStaff(STAFF);
        view.take(newsroom, new ArrayList<>(List.of(record(Topics.STAFF, Topics.STAFF_KEY, list, 0))));

        assertThat(view.get("/newsroom/staff").toString()).isEqualTo("""
                {"version":3,"people":[{"person":"ann","roles":["chief","reporter"]},{"person":"ben","roles":["chief"]},\
                {"person":"lea","roles":["legal"]}]}""");
    }

    @Test
    void waits_for_the_event_that_a_story_is_asked_for_as_of() {
        long filed = newsroom.file(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        CompletableFuture<HttpResponse<String>> answer =
                view.later("/newsroom/stories/" + BRIDGE + "?sequence=" + filed);
        view.take(newsroom, newsroom.events);
        view.take(newsroom, newsroom.copies);

        assertThat(ViewedNewsroom.json(answer.join().body())
                        .path("editions")
                        .path(0)
                        .path("headline")
                        .asString())
                .isEqualTo("Bridge opens");
    }

    @Test
    void waits_until_readers_see_what_was_done() {
        long sequence = newsroom.bringOut(BRIDGE, copy(EN, "Bridge opens", "world", "It opens."));
        String path = "/newsroom/published/" + BRIDGE + "/en?sequence=" + sequence;
        assertThat(view.get(path + "&timeout=0").toString())
                .isEqualTo("{\"status\":\"none\",\"number\":0,\"sequence\":0,\"path\":null}");

        CompletableFuture<HttpResponse<String>> answer = view.later(path + "&timeout=30000");
        view.show(newsroom.snapshots);

        assertThat(answer.join().body()).isEqualTo("""
                {"status":"live","number":1,"sequence":%d,"path":"/en/world/bridge-opens-%s"}\
                """.formatted(sequence, BRIDGE.shortId()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/newsroom/stories?limit=0",
                "/newsroom/stories?limit=many",
                "/newsroom/stories?after=yesterday",
                "/newsroom/stories?state=ready",
                "/newsroom/stories?language=not+a+language",
                "/newsroom/published/019c0000-0000-7000-8000-000000000001/en?timeout=60001",
                "/newsroom/refusals?limit=201"
            })
    void says_what_is_wrong_with_a_request(String path) {
        HttpResponse<String> answer = view.ask(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ViewedNewsroom.json(answer.body()).path("error").asString()).isNotBlank();
    }

    @Test
    void answers_json_whatever_it_says() {
        for (String path :
                List.of("/newsroom/stories", "/newsroom/nothing/here", "/newsroom", "/newsroom/stories/nobody")) {
            assertThat(view.ask(path).headers().firstValue("Content-Type")).contains("application/json");
        }
        assertThat(view.ask("/newsroom/nothing/here").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"news.example", "news.example:8080", "127.0.0.1.news.example", "localhost.news.example"})
    void answers_nobody_who_asks_for_another_host(String host) {
        assertThat(view.raw("GET /newsroom/stories HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 401");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:8080"})
    void answers_whoever_asks_for_this_machine(String host) {
        assertThat(view.raw("GET /newsroom/stories HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    private static List<String> pages(String path) {
        List<String> headlines = new ArrayList<>();
        JsonNode page = view.get(path);
        headlines.addAll(storyHeadlines(page));
        while (!page.path("next").isNull()) {
            page = view.get(path + "&after=" + page.path("next").asString());
            headlines.addAll(storyHeadlines(page));
        }
        return headlines;
    }

    private static List<String> storyHeadlines(JsonNode page) {
        return StreamSupport.stream(page.path("stories").spliterator(), false)
                .map(story -> story.path("editions").path(0).path("headline").asString())
                .toList();
    }

    private static List<String> headlines(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path("headline").asString())
                .toList();
    }

    private static JsonNode edition(Language language) {
        JsonNode editions = view.get("/newsroom/stories/" + BRIDGE).path("editions");
        return StreamSupport.stream(editions.spliterator(), false)
                .filter(each -> each.path("language").asString().equals(language.tag()))
                .findFirst()
                .orElseThrow();
    }

    private String digest(Language language) {
        var stamp = newsroom.edition(BRIDGE, language).current();
        return stamp == null ? "" : stamp.digest().text();
    }

    private static Copy copy(Language language, String headline, @Nullable String section, String text) {
        return new Copy(
                language,
                headline,
                "",
                List.of(),
                "",
                section == null ? null : new Section(section),
                List.of(),
                null,
                List.of(new Block.Paragraph(new BlockId("p1"), null, text)));
    }
}
