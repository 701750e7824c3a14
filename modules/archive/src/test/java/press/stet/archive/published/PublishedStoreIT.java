package press.stet.archive.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static press.stet.archive.published.Editions.AR;
import static press.stet.archive.published.Editions.CULTURE;
import static press.stet.archive.published.Editions.EN;
import static press.stet.archive.published.Editions.NOON;
import static press.stet.archive.published.Editions.RU;
import static press.stet.archive.published.Editions.WORLD;
import static press.stet.archive.published.Editions.copy;
import static press.stet.archive.published.Editions.embargoed;
import static press.stet.archive.published.Editions.everyKindOfBlock;
import static press.stet.archive.published.Editions.killed;
import static press.stet.archive.published.Editions.live;
import static press.stet.archive.published.Editions.stale;
import static press.stet.archive.published.Editions.story;
import static press.stet.archive.published.Editions.withdrawn;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.archive.database.Database;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.FreshDatabase;
import press.stet.archive.database.Schema;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.edition.Snapshot;

class PublishedStoreIT {

    private static Database database;
    private static PublishedStore store;
    private static Instant now = NOON;

    @BeforeAll
    static void open() {
        DatabaseSettings settings = FreshDatabase.make();
        Database.migrate(settings, Schema.PUBLISHED);
        database = Database.open(settings, Schema.PUBLISHED, "test", 4);
        store = new PublishedStore(database.jdbi(), () -> now);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void empty() {
        now = NOON;
        database.jdbi().useHandle(handle -> handle.execute("truncate edition, shelf, progress"));
    }

    @Test
    void gives_back_a_live_edition_as_it_was_published() {
        Snapshot.Live published = live(story(1), 5, NOON, everyKindOfBlock());

        take(published);

        assertThat(page(1, EN)).hasValueSatisfying(page -> {
            assertThat(page.snapshot()).isEqualTo(published);
            assertThat(page)
                    .isInstanceOfSatisfying(
                            Page.Live.class,
                            live -> assertThat(live.path()).isEqualTo("/en/world/bridge-opens-" + story(1).shortId()));
        });
        assertThat(store.page(story(1).shortId(), EN)).isEqualTo(page(1, EN));
    }

    @Test
    void gives_back_what_readers_of_a_translation_are_told_until_they_are_told_so_no_more() {
        Snapshot.Live told = stale(live(story(1), 5, NOON, copy(RU, WORLD, "Мост открыт", "x")), "Оригинал изменился.");

        take(told);

        assertThat(page(1, RU)).map(Page::snapshot).contains(told);

        take(live(story(1), 6, NOON, copy(RU, WORLD, "Мост открыт", "x")));

        assertThat(page(1, RU))
                .map(page -> ((Snapshot.Live) page.snapshot()).stale())
                .isEmpty();

        take(stale(live(story(1), 7, NOON, copy(RU, WORLD, "Мост открыт", "x")), "Снова."), withdrawn(story(1), RU, 8));

        assertThat(page(1, RU)).map(Page::snapshot).contains(withdrawn(story(1), RU, 8));
    }

    @Test
    void knows_nothing_of_what_was_never_public() {
        take(live(story(1), 5, NOON, everyKindOfBlock()));

        assertThat(page(1, RU)).isEmpty();
        assertThat(page(2, EN)).isEmpty();
        assertThat(store.page("nosuchstory0", EN)).isEmpty();
    }

    @Test
    void ignores_a_snapshot_older_than_the_one_that_stands() {
        Snapshot.Live newer = live(story(1), 9, NOON, copy(EN, CULTURE, "Newer", "x"));
        take(newer);

        take(live(story(1), 5, NOON, copy(EN, WORLD, "Older", "x")));
        take(live(story(1), 9, NOON, copy(EN, WORLD, "Repeated", "x")));

        assertThat(page(1, EN).orElseThrow().snapshot()).isEqualTo(newer);
        assertThat(store.languages()).containsExactly(new LanguageCount(EN, 1));
        assertThat(store.sections(EN)).containsExactly(new SectionLink(CULTURE, "The culture", 1));
    }

    @Test
    void embargo_blocks_publication_at_every_door_also_where_the_rules_let_it_out() {
        Snapshot.Live early = embargoed(live(story(1), 5, NOON, everyKindOfBlock()), NOON.plus(Duration.ofHours(1)));
        Snapshot.Live open = live(story(2), 5, NOON, copy(EN, CULTURE, "Bridge closes", "x"));
        take(early, live(story(1), 6, NOON, copy(RU, WORLD, "Мост открыт", "x")), open);

        now = NOON.plus(Duration.ofHours(1)).minusMillis(1);

        isShownAsIfItWere(open);

        now = NOON.plus(Duration.ofHours(1));

        assertThat(page(1, EN)).map(Page::snapshot).contains(early);
        assertThat(store.page(story(1).shortId(), EN)).isEqualTo(page(1, EN));
        assertThat(store.languagesEverOf(story(1))).containsExactly(EN, RU);
        assertThat(store.languagesEverOf(story(1).shortId())).containsExactly(EN, RU);
        assertThat(page(1, RU).orElseThrow().languages())
                .extracting(LanguageLink::language)
                .containsExactly(EN, RU);
        assertThat(store.front(EN, 1, null).total()).isEqualTo(2);
        assertThat(store.section(EN, WORLD, 1, null).editions()).hasSize(1);
        assertThat(store.search("bridge", EN, 10, null).total()).isEqualTo(2);
        assertThat(store.languages()).containsExactly(new LanguageCount(EN, 2), new LanguageCount(RU, 1));
        assertThat(store.sections(EN)).extracting(SectionLink::section).containsExactly(CULTURE, WORLD);
    }

    @Test
    void what_is_embargoed_until_that_is_lifted_is_shown_at_no_time_and_replaced_like_any_other() {
        Snapshot.Live open = live(story(2), 5, NOON, copy(EN, CULTURE, "Bridge closes", "x"));
        take(
                embargoed(live(story(1), 5, NOON, everyKindOfBlock()), Snapshot.NEVER),
                live(story(1), 6, NOON, copy(RU, WORLD, "Мост открыт", "x")),
                open);

        now = NOON.plus(Duration.ofDays(365_000));

        isShownAsIfItWere(open);

        take(withdrawn(story(1), EN, 7));

        assertThat(page(1, EN)).map(Page::snapshot).contains(withdrawn(story(1), EN, 7));
        assertThat(store.languages()).containsExactly(new LanguageCount(EN, 1), new LanguageCount(RU, 1));
    }

    /** In English, whatever else stands there. */
    private static void isShownAsIfItWere(Snapshot.Live alone) {
        assertThat(page(1, EN)).isEmpty();
        assertThat(store.page(story(1).shortId(), EN)).isEmpty();
        assertThat(store.languagesEverOf(story(1))).containsExactly(RU);
        assertThat(store.languagesEverOf(story(1).shortId())).containsExactly(RU);
        assertThat(page(1, RU).orElseThrow().languages())
                .extracting(LanguageLink::language)
                .containsExactly(RU);
        assertThat(store.front(EN, 10, null).total()).isEqualTo(1);
        assertThat(store.front(EN, 10, null).editions()).extracting(Item::story).containsExactly(alone.story());
        assertThat(store.section(EN, WORLD, 10, null)).isEqualTo(new Listing(EN, 0, List.of(), null));
        assertThat(store.search("bridge", EN, 10, null).editions())
                .extracting(Item::story)
                .containsExactly(alone.story());
        assertThat(store.search("bridge", EN, 10, null).total()).isEqualTo(1);
        assertThat(store.languages()).containsExactly(new LanguageCount(EN, 1), new LanguageCount(RU, 1));
        assertThat(store.sections(EN)).containsExactly(new SectionLink(CULTURE, "The culture", 1));
    }

    @Test
    void keeps_a_notice_and_no_copy_of_what_was_withdrawn() {
        take(live(story(1), 5, NOON, everyKindOfBlock()));

        take(withdrawn(story(1), EN, 6));

        assertThat(page(1, EN)).contains(new Page.Gone(withdrawn(story(1), EN, 6), List.of()));
        assertThat(store.front(EN, 10, null).editions()).isEmpty();
        assertThat(store.search("bridge", EN, 10, null).total()).isZero();
        String row = database.jdbi()
                .withHandle(handle -> handle.createQuery("select edition::text from edition")
                        .mapTo(String.class)
                        .one());
        assertThat(row).doesNotContainIgnoringCase("bridge");
    }

    @Test
    void shows_a_withdrawn_edition_again_when_it_is_published_anew() {
        take(live(story(1), 5, NOON, everyKindOfBlock()));
        take(withdrawn(story(1), EN, 6));

        take(live(story(1), 9, NOON, everyKindOfBlock()));

        assertThat(page(1, EN).orElseThrow()).isInstanceOf(Page.Live.class);
        assertThat(store.languages()).containsExactly(new LanguageCount(EN, 1));
    }

    @Test
    void never_shows_a_killed_story_again() {
        take(live(story(1), 5, NOON, everyKindOfBlock()), killed(story(1), EN, 7));

        take(live(story(1), 8, NOON, everyKindOfBlock()));
        take(withdrawn(story(1), EN, 9));

        assertThat(page(1, EN)).contains(new Page.Gone(killed(story(1), EN, 7), List.of()));
        assertThat(store.languages()).isEmpty();
    }

    @Test
    void joins_the_languages_of_a_story_while_they_are_live() {
        take(
                live(story(1), 5, NOON, copy(EN, WORLD, "Bridge opens", "x")),
                live(story(1), 6, NOON, copy(RU, WORLD, "Мост открыт", "x")),
                live(story(1), 7, NOON, copy(AR, WORLD, "افتتاح الجسر", "x")),
                withdrawn(story(1), AR, 8));

        assertThat(page(1, EN).orElseThrow().languages())
                .extracting(LanguageLink::language, LanguageLink::headline)
                .containsExactly(tuple(EN, "Bridge opens"), tuple(RU, "Мост открыт"));
        assertThat(page(1, AR).orElseThrow().languages())
                .isEqualTo(page(1, EN).orElseThrow().languages());
        assertThat(store.languagesEverOf(story(1)))
                .isEqualTo(store.languagesEverOf(story(1).shortId()))
                .containsExactly(AR, EN, RU);
        assertThat(store.languagesEverOf(story(2))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, The ministers were negotiating all night, negotiation",
        "en, The ministers were negotiating all night, MINISTER",
        "ru, Министры вели переговоры всю ночь, министр",
        "ru, «Ёлка» стоит на площади…, площадь",
        "de, Die Verhandlungen dauerten an, Verhandlung",
        "ar, أعلن الوزراء عن الاتفاقيات الجديدة, اتفاقية جديد",
        "tr, IŞIKLAR söndü, ışık",
        "kk, Қала көшелері қайта ашылды, көшелері",
        "zh, 东京都今天下雪了, 下雪",
        "ja, 東京都で雪が降った, 東京",
    })
    void finds_a_word_in_another_form_where_the_grammar_is_known(String language, String text, String words) {
        Language told = Language.of(language);
        take(
                live(story(1), 5, NOON, copy(told, WORLD, "x", text)),
                live(story(2), 5, NOON, copy(told, WORLD, "y", "nothing of that")),
                live(story(3), 5, NOON, copy(Language.of("fi"), WORLD, "z", text)));

        Listing found = store.search(words, told, 10, null);

        assertThat(found.total()).isEqualTo(1);
        assertThat(found.editions()).extracting(Item::story).containsExactly(story(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\"", "the", "-", "' OR 1=1 --", "a & | ! <-> (", "\0"})
    void takes_whatever_a_reader_types(String query) {
        take(live(story(1), 5, NOON, everyKindOfBlock()));

        assertThat(store.search(query, EN, 10, null).editions()).isEmpty();
    }

    @Test
    void finds_words_of_composed_and_decomposed_characters_alike() {
        take(live(story(1), 5, NOON, copy(Language.of("fr"), WORLD, "Un cafe\u0301 noir", "x")));

        assertThat(store.search("caf\u00e9", Language.of("fr"), 10, null).total())
                .isEqualTo(1);
    }

    @Test
    void pages_through_a_list_without_gaps_or_doubles() {
        List<Snapshot> all = new ArrayList<>(IntStream.rangeClosed(1, 57)
                .<Snapshot>mapToObj(each -> live(
                        story(each),
                        5,
                        NOON.plusSeconds(each / 5),
                        copy(EN, each % 2 == 0 ? WORLD : CULTURE, "Story " + each, "common")))
                .toList());
        Collections.shuffle(all, new Random(7));
        take(all.toArray(Snapshot[]::new));
        List<StoryId> newestFirst = IntStream.iterate(57, each -> each > 0, each -> each - 1)
                .mapToObj(Editions::story)
                .toList();

        assertThat(walk(after -> store.front(EN, 10, after))).isEqualTo(newestFirst);
        assertThat(walk(after -> store.search("common", EN, 7, after))).isEqualTo(newestFirst);
        assertThat(walk(after -> store.section(EN, WORLD, 4, after)))
                .hasSize(28)
                .doesNotHaveDuplicates();
        assertThat(store.front(EN, 10, null).total()).isEqualTo(57);
        assertThat(store.section(EN, CULTURE, 10, null).total()).isEqualTo(29);
        assertThat(store.sections(EN))
                .containsExactly(new SectionLink(CULTURE, "The culture", 29), new SectionLink(WORLD, "The world", 28));
    }

    @Test
    void shows_the_first_photo_of_a_story_in_lists() {
        take(live(story(1), 5, NOON, everyKindOfBlock()));

        assertThat(store.front(EN, 10, null).editions()).singleElement().satisfies(item -> {
            assertThat(item.photo())
                    .isEqualTo(new Item.Photo(URI.create("https://pictures.example/bridge.jpg"), "A bridge at dawn"));
            assertThat(item.standfirst()).isEqualTo("After six years");
        });
    }

    @Test
    void refuses_a_place_in_a_list_that_it_never_gave() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.front(EN, 10, "made-up"))
                .withMessageContaining("made-up");
        assertThatIllegalArgumentException().isThrownBy(() -> store.front(EN, 0, null));
        assertThatIllegalArgumentException().isThrownBy(() -> store.search("x".repeat(501), EN, 10, null));
    }

    @Test
    void moves_an_edition_to_the_section_it_was_republished_in() {
        take(live(story(1), 5, NOON, copy(EN, WORLD, "Bridge", "x")));

        take(live(story(1), 6, NOON, copy(EN, CULTURE, "Bridge", "x")));

        assertThat(store.sections(EN)).containsExactly(new SectionLink(CULTURE, "The culture", 1));
        assertThat(store.section(EN, WORLD, 10, null)).isEqualTo(new Listing(EN, 0, List.of(), null));
    }

    @Test
    void shows_readers_of_one_site_nothing_of_another() {
        Site weekly = new Site("weekly");
        take(
                live(story(1), 5, NOON, copy(EN, WORLD, "Bridge opens", "x")),
                live(story(1), 6, NOON, copy(RU, WORLD, "Мост открыт", "x")),
                live(weekly, story(2), 5, NOON.plusSeconds(1), copy(EN, WORLD, "Bridge closes", "x")));

        PublishedStore ofWeekly = store.of(weekly);
        assertThat(ofWeekly.languages()).containsExactly(new LanguageCount(EN, 1));
        assertThat(ofWeekly.sections(EN)).containsExactly(new SectionLink(WORLD, "The world", 1));
        assertThat(List.of(
                        ofWeekly.front(EN, 10, null),
                        ofWeekly.section(EN, WORLD, 10, null),
                        ofWeekly.search("bridge", EN, 10, null)))
                .allSatisfy(listing -> {
                    assertThat(listing.total()).isEqualTo(1);
                    assertThat(listing.editions()).extracting(Item::story).containsExactly(story(2));
                });
        assertThat(ofWeekly.page(story(2).shortId(), EN)).isPresent();
        assertThat(ofWeekly.page(story(1).shortId(), EN)).isEmpty();
        assertThat(ofWeekly.page(story(1), EN)).isEmpty();
        assertThat(ofWeekly.languagesEverOf(story(1))).isEmpty();
        assertThat(ofWeekly.languagesEverOf(story(1).shortId())).isEmpty();
        assertThat(store.front(EN, 10, null).total()).isEqualTo(2);
        assertThat(store.sections(EN)).containsExactly(new SectionLink(WORLD, "The world", 2));
    }

    @Test
    void counts_what_an_older_build_had_counted_for_all_sites_together() throws IOException {
        take(
                live(story(1), 5, NOON, copy(EN, WORLD, "Bridge opens", "x")),
                live(story(2), 5, NOON, copy(EN, CULTURE, "Bridge sings", "x")),
                live(story(3), 5, NOON, copy(EN, CULTURE, "Bridge hums", "x")),
                withdrawn(story(3), EN, 6));
        List<SectionLink> before = store.sections(EN);

        try (InputStream script =
                Schema.class.getResourceAsStream("/press/stet/archive/published/migration/V2__sites.sql")) {
            String sql = new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
            database.jdbi().useTransaction(handle -> handle.createScript(sql).execute());
        }

        assertThat(store.sections(EN)).isEqualTo(before).hasSize(2);
        assertThat(store.of(new Site("daily")).front(EN, 10, null).total()).isEqualTo(2);
    }

    @Test
    void stores_the_largest_copy_and_the_strangest_characters() {
        Random random = new Random(1);
        StringBuilder words = new StringBuilder();
        while (words.length() < 1_000_000) {
            words.append(Integer.toString(random.nextInt(60_000_000), 36))
                    .append('-')
                    .append(random.nextInt(9))
                    .append(' ');
        }
        Copy odd = new Copy(
                EN,
                "Odd \0 one",
                "",
                List.of("\0"),
                "",
                WORLD,
                List.of(),
                null,
                List.of(new Block.Paragraph(new BlockId("p1"), null, words + "\0")));

        take(live(story(1), 5, NOON, odd));

        assertThat(page(1, EN).orElseThrow()).isInstanceOfSatisfying(Page.Live.class, page -> {
            assertThat(page.snapshot().copy().headline()).isEqualTo("Odd \uFFFD one");
            assertThat(page.snapshot().copy().body()).hasSize(1);
        });
        assertThat(store.search("odd", EN, 10, null).total()).isEqualTo(1);
    }

    private static Optional<Page> page(int story, Language language) {
        return store.page(story(story), language);
    }

    private static void take(Snapshot... snapshots) {
        database.jdbi().useTransaction(handle -> PublishedEditions.take(handle, List.of(snapshots)));
    }

    private static List<StoryId> walk(Function<@Nullable String, Listing> pages) {
        List<StoryId> seen = new ArrayList<>();
        Listing page = pages.apply(null);
        page.editions().forEach(item -> seen.add(item.story()));
        while (page.next() != null) {
            page = pages.apply(page.next());
            page.editions().forEach(item -> seen.add(item.story()));
        }
        return seen;
    }
}
