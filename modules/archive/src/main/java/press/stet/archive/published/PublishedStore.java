package press.stet.archive.published;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;
import press.stet.model.edition.Snapshot;

/**
 * Reads what is published. What is under an embargo by this clock is as if it were not there, whoever let it out. Safe for use by
 * many threads. Every method throws {@link org.jdbi.v3.core.JdbiException} while the database is away.
 */
public final class PublishedStore {

    /** The most editions on one page of a list. */
    public static final int LONGEST_PAGE = 200;

    /** The longest that a reader may search for, in characters. */
    public static final int LONGEST_QUERY = 500;

    /** A search that finds more than this says that it found this many. */
    public static final int MOST_COUNTED = 10_000;

    private static final String OF_SITE = "(cast(:site as text) is null or site = :site)";

    private static final String OPEN = "(not_before is null or not_before <= :now)";

    private static final String SHOWN = OF_SITE + " and " + OPEN;

    /** How many stand where, but for those that are not open yet. */
    private static final String SHELVES = """
            (select language, section, site, editions from shelf union all
             select language, section, site, -1 from edition where status = 'live' and not_before > :now) shelf
            """;

    private static final String LINKS = """
            select story, language, section, slug, headline from edition
            where story = :story and status = 'live' and %s order by language
            """.formatted(SHOWN);

    private static final String ITEMS = """
            select story, language, headline, standfirst, section, section_name, slug, published_at, updated_at,
              photo_address, photo_alt
            from edition where status = 'live' and language = :language and %s
            """.formatted(SHOWN);

    private static final String FOUND =
            " and search @@ websearch_to_tsquery(cast(:configuration as regconfig), :words)";

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final @Nullable String site;

    /**
     * The store in a database, with what is published on any site.
     *
     * @param jdbi whose connections see the schema {@code published}
     * @param clock says whether an embargo is over
     */
    public PublishedStore(Jdbi jdbi, InstantSource clock) {
        this(jdbi, clock, null);
    }

    private PublishedStore(Jdbi jdbi, InstantSource clock, @Nullable Site site) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.site = site == null ? null : site.key();
    }

    /** The same store for readers of one site: what is published on others is as if it were not there. */
    public PublishedStore of(Site only) {
        return new PublishedStore(jdbi, clock, only);
    }

    private Query asked(Query query) {
        return query.bind("site", site).bind("now", clock.instant());
    }

    /**
     * What stands now. It is one and the same for all sites. Its cost does not grow with what is published: progress changes in the
     * transaction of whatever is taken, and nothing else changes what readers see.
     */
    public Impression impression() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select
                          (select string_agg(concat_ws(' ', cast(tableoid as bigint), topic, partition, next), ',' order by topic, partition)
                             from progress) as taken,
                          (select min(not_before) from edition where status = 'live' and not_before > :now) as opens
                        """)
                .bind("now", clock.instant())
                .map((row, _) -> new Impression(row.getString("taken"), EditionReader.timeOrNull(row, "opens")))
                .one());
    }

    /** The page that an address names by its short id; empty where nothing was ever public. */
    public Optional<Page> page(String shortId, Language language) {
        return jdbi.withHandle(handle -> page(
                handle,
                asked(handle.createQuery("""
                                select * from edition where short_id = :shortId and language = :language and %s
                                order by status = 'live' desc, story limit 1
                                """.formatted(SHOWN)))
                        .bind("shortId", shortId)
                        .bind("language", language.tag())));
    }

    /** The page of an edition; empty where nothing was ever public. */
    public Optional<Page> page(StoryId story, Language language) {
        return jdbi.withHandle(handle -> page(
                handle,
                asked(handle.createQuery(
                                "select * from edition where story = :story and language = :language and " + SHOWN))
                        .bind("story", story.value())
                        .bind("language", language.tag())));
    }

    private Optional<Page> page(Handle handle, Query query) {
        return query.map((row, _) -> EditionReader.read(row)).findOne().map(snapshot -> {
            List<LanguageLink> languages = languagesOf(handle, snapshot.story());
            return switch (snapshot) {
                case Snapshot.Live live -> new Page.Live(live, EditionReader.path(live), languages);
                case Snapshot.Withdrawn _, Snapshot.Killed _ -> new Page.Gone(snapshot, languages);
            };
        });
    }

    /** The languages that a story is, or was, public in; none where nothing ever was. */
    public List<Language> languagesEverOf(StoryId story) {
        return jdbi.withHandle(handle -> languages(asked(handle.createQuery(
                        "select language from edition where story = :story and " + SHOWN + " order by language"))
                .bind("story", story.value())));
    }

    /** The languages that the story of a short id is, or was, public in. */
    public List<Language> languagesEverOf(String shortId) {
        return jdbi.withHandle(handle -> languages(
                asked(handle.createQuery("select distinct language from edition where short_id = :shortId and " + SHOWN
                                + " order by language"))
                        .bind("shortId", shortId)));
    }

    private static List<Language> languages(Query query) {
        return query.mapTo(String.class).map(Language::of).list();
    }

    private List<LanguageLink> languagesOf(Handle handle, StoryId story) {
        return asked(handle.createQuery(LINKS))
                .bind("story", story.value())
                .map((row, _) -> EditionReader.link(row))
                .list();
    }

    /**
     * The live editions in a language.
     *
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @param after {@link Listing#next} of the page before, or null for the first page
     * @throws IllegalArgumentException if {@code after} is no such word, or {@code limit} out of range
     */
    public Listing front(Language language, int limit, @Nullable String after) {
        Range range = new Range(limit, after);
        return jdbi.withHandle(handle -> {
            long total = asked(handle.createQuery("select coalesce(sum(editions), 0) from " + SHELVES
                            + " where language = :language and " + OF_SITE))
                    .bind("language", language.tag())
                    .mapTo(Long.class)
                    .one();
            Query query = asked(range.query(handle, ITEMS)).bind("language", language.tag());
            return range.listing(language, total, query);
        });
    }

    /**
     * The live editions of a section in a language; parameters as those of {@link #front}.
     *
     * @throws IllegalArgumentException if {@code after} is no such word, or {@code limit} out of range
     */
    public Listing section(Language language, Section section, int limit, @Nullable String after) {
        Range range = new Range(limit, after);
        return jdbi.withHandle(handle -> {
            long total = asked(handle.createQuery("select coalesce(sum(editions), 0) from " + SHELVES
                            + " where language = :language and section = :section and " + OF_SITE))
                    .bind("language", language.tag())
                    .bind("section", section.key())
                    .mapTo(Long.class)
                    .one();
            Query query = asked(range.query(handle, ITEMS + " and section = :section"))
                    .bind("language", language.tag())
                    .bind("section", section.key());
            return range.listing(language, total, query);
        });
    }

    /**
     * The live editions in a language that a reader's words are found in, whatever their form where the language's grammar is
     * known; parameters as those of {@link #front}. A phrase stands in quotes, {@code or} between alternatives, {@code -}
     * before what is not wanted. The total counts no further than {@value #MOST_COUNTED}.
     *
     * @param query up to {@value #LONGEST_QUERY} characters; nothing is found where it holds no word
     * @throws IllegalArgumentException if {@code after} is no such word, or {@code limit} or {@code query} out of range
     */
    public Listing search(String query, Language language, int limit, @Nullable String after) {
        if (query.length() > LONGEST_QUERY) {
            throw new IllegalArgumentException(
                    "a search has at most " + LONGEST_QUERY + " characters, this one has " + query.length());
        }
        Range range = new Range(limit, after);
        String words = SearchWords.of(query, language);
        String configuration = SearchWords.configuration(language);
        return jdbi.withHandle(handle -> {
            long total = asked(handle.createQuery(
                            "select count(*) from (select from edition where status = 'live' and language = :language and "
                                    + SHOWN + FOUND + " limit :most) found"))
                    .bind("language", language.tag())
                    .bind("configuration", configuration)
                    .bind("words", words)
                    .bind("most", MOST_COUNTED)
                    .mapTo(Long.class)
                    .one();
            Query found = asked(range.query(handle, ITEMS + FOUND))
                    .bind("language", language.tag())
                    .bind("configuration", configuration)
                    .bind("words", words);
            return range.listing(language, total, found);
        });
    }

    /** The languages that something is published in, the one with the most editions first. */
    public List<LanguageCount> languages() {
        return jdbi.withHandle(handle -> asked(handle.createQuery("""
                        select language, sum(editions) as editions from %s where %s
                        group by language having sum(editions) > 0 order by editions desc, language
                        """.formatted(SHELVES, OF_SITE)))
                .map((row, _) -> new LanguageCount(Language.of(row.getString("language")), row.getLong("editions")))
                .list());
    }

    /** The sections that something is published in, in one language, the one with the most editions first. */
    public List<SectionLink> sections(Language language) {
        return jdbi.withHandle(handle -> asked(handle.createQuery("""
                        select section, sum(editions) as editions, (
                          select section_name from edition
                          where status = 'live' and language = :language and edition.section = shelf.section and %s
                          order by published_at desc, story desc limit 1) as name
                        from %s where language = :language and %s
                        group by section having sum(editions) > 0 order by editions desc, section
                        """.formatted(SHOWN, SHELVES, OF_SITE)))
                .bind("language", language.tag())
                .map((row, _) -> new SectionLink(
                        new Section(row.getString("section")), row.getString("name"), row.getLong("editions")))
                .list());
    }
}
