package press.stet.archive.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import press.stet.archive.copy.CopyJson;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.edition.Address;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads what waits for somebody: reviews, translations, and what readers see of an edition. Safe for use by many threads. */
final class QueueReader {

    /** A queue shows so many, those that wait longest. */
    static final int LONGEST_QUEUE = 200;

    /** A list of stale translations says so many. */
    static final int MOST_STALE = 10_000;

    private final Jdbi jdbi;

    QueueReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The editions in review, longest waiting first. */
    ObjectNode inReview() {
        return queue("editions", """
                select edition.story, edition.language, edition.in_hand, version.headline, version.writer,
                  edition.in_review_since, cast(edition.checks as text) as checks, edition.review_due,
                  edition.review_overdue, cast(edition.claims as text) as claims,
                  (select count(*) from note where note.story = edition.story and note.language = edition.language
                    and note.blocking and note.resolved_at is null) as blocking
                from edition
                join version on version.story = edition.story and version.language = edition.language
                  and version.version = edition.in_hand
                where edition.state = 'in-review'
                order by edition.in_review_since, edition.story, edition.language limit :most
                """, (row, _) -> inReview(row));
    }

    private static ObjectNode inReview(ResultSet row) throws SQLException {
        ObjectNode json = Rows.named(row)
                .put("language", row.getString("language"))
                .put("version", row.getInt("in_hand"))
                .put("headline", row.getString("headline"))
                .put("writer", row.getString("writer"))
                .put("since", Rows.time(row, "in_review_since"));
        json.set("missing", Checks.of(row.getString("checks")).missing());
        json.put("due", Rows.time(row, "review_due"))
                .put("overdue", row.getBoolean("review_overdue"))
                .put("blockingNotes", row.getInt("blocking"))
                .set("claims", CopyJson.tree(row.getString("claims")));
        return json;
    }

    /** What readers see without a check that was waived, those that wait longest first. */
    ObjectNode owed() {
        return queue(
                "editions",
                """
                select edition.story, edition.language, edition.shown, version.headline, version.writer,
                  cast(edition.owed as text) as owed
                from edition
                join version on version.story = edition.story and version.language = edition.language
                  and version.version = edition.shown
                where edition.owed::text <> '[]'
                order by edition.story_at, edition.story, edition.language limit :most
                """,
                (row, _) -> Rows.named(row)
                        .put("language", row.getString("language"))
                        .put("version", row.getInt("shown"))
                        .put("headline", row.getString("headline"))
                        .put("writer", row.getString("writer"))
                        .set("missing", Checks.of(row.getString("owed")).missing()));
    }

    /** The translations that were asked for and have not come, longest waiting first. */
    ObjectNode toTranslate() {
        return queue("jobs", """
                select edition.story, edition.language, edition.job_language, edition.job_version, edition.job_by,
                  edition.job_at, edition.job_to, edition.job_due, edition.job_overdue, edition.job_blocks, source.headline
                from edition
                left join version source on source.story = edition.story and source.language = edition.job_language
                  and source.version = edition.job_version
                where edition.job_at is not null
                order by edition.job_at, edition.story, edition.language limit :most
                """, (row, _) -> job(row));
    }

    private static ObjectNode job(ResultSet row) throws SQLException {
        ObjectNode json = Rows.named(row).put("language", row.getString("language"));
        Rows.setVersion(json, "source", row, "job_language", "job_version");
        return json.put("headline", row.getString("headline"))
                .put("requestedBy", row.getString("job_by"))
                .put("at", Rows.time(row, "job_at"))
                .put("to", row.getString("job_to"))
                .put("due", Rows.time(row, "job_due"))
                .put("overdue", row.getBoolean("job_overdue"))
                .set("blocks", Rows.texts(row, "job_blocks"));
    }

    /**
     * The translations that have not seen everything that readers see of their source, by story and language.
     *
     * @param story of this one alone, or null for every story
     */
    ArrayNode stale(@Nullable StoryId story) {
        ArrayNode stale = JsonNodeFactory.instance.arrayNode();
        jdbi.useHandle(handle -> {
            Query query = handle.createQuery("""
                            select edition.story, edition.language, version.source_language, edition.stale_version,
                              edition.stale
                            from edition
                            join version on version.story = edition.story and version.language = edition.language
                              and version.version = edition.named
                            where edition.stale is not null
                            """ + (story == null ? "" : " and edition.story = :story") + """
                             order by edition.story, edition.language limit :most
                            """)
                    .bind("most", MOST_STALE);
            if (story != null) {
                query.bind("story", story.value());
            }
            query.map((row, _) -> staleOne(row)).forEach(stale::add);
        });
        return stale;
    }

    private static ObjectNode staleOne(ResultSet row) throws SQLException {
        ObjectNode json = Rows.object()
                .put("story", row.getString("story"))
                .put("language", row.getString("language"))
                .put("sourceLanguage", row.getString("source_language"))
                .put("sourceVersion", row.getInt("stale_version"));
        json.set("blocks", Rows.texts(row, "stale"));
        return json;
    }

    private ObjectNode queue(String key, String sql, RowMapper<ObjectNode> mapper) {
        ObjectNode json = Rows.object();
        ArrayNode queue = json.putArray(key);
        jdbi.useHandle(handle ->
                handle.createQuery(sql).bind("most", LONGEST_QUEUE).map(mapper).forEach(queue::add));
        return json;
    }

    /** What the published store has of an edition; empty where it never had anything. */
    Optional<ObjectNode> forReaders(EditionId edition) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select status, number, sequence, section, slug from published.edition
                        where story = :story and language = :language
                        """)
                .bind("story", edition.story().value())
                .bind("language", edition.language().tag())
                .map((row, _) -> forReaders(edition, row))
                .findOne());
    }

    private static ObjectNode forReaders(EditionId edition, ResultSet row) throws SQLException {
        return Rows.object()
                .put("status", row.getString("status"))
                .put("number", row.getInt("number"))
                .put("sequence", row.getLong("sequence"))
                .put("path", path(edition.story(), edition.language(), row));
    }

    private static @Nullable String path(StoryId story, Language language, ResultSet row) throws SQLException {
        return row.getString("section") == null
                ? null
                : new Address(
                                language,
                                new Section(row.getString("section")),
                                new Slug(row.getString("slug")),
                                story.shortId())
                        .path();
    }
}
