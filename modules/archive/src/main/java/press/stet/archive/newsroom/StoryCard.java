package press.stet.archive.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.archive.copy.CopyJson;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.edition.Address;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** A story with all its editions, gathered from a row for each of them. */
final class StoryCard {

    /** One row per edition of some stories, the original first, then by language. */
    static final String ROWS = """
            select story.story, story.site, story.original, story.sequence, story.killed,
              story.held_by, story.held_at, story.held_for, story.embargo_by, story.embargo_until, story.assigned_to,
              story.assigned_due,
              edition.language, edition.state, coalesce(edition.in_hand, edition.shown) as version, edition.shown,
              edition.live, edition.number, cast(edition.checks as text) as checks,
              edition.review_due, edition.review_overdue, cast(edition.claims as text) as claims,
              cast(edition.sent_back as text) as sent_back, cast(edition.owed as text) as owed, edition.aside,
              edition.job_overdue,
              edition.job_language, edition.job_version, edition.job_by, edition.job_at, edition.job_to, edition.job_due,
              edition.job_blocks, edition.stale, edition.stale_version,
              edition.scheduled_due, edition.scheduled_zone, edition.scheduled_by, edition.scheduled_together,
              version.digest, version.headline, version.section, version.slug, version.writer, version.at,
              version.source_language, version.source_version,
              version.version is not null and version.copy is null and not version.erased as awaited,
              readers.section as readers_section, readers.slug as readers_slug
            from story
            join edition on edition.story = story.story
            left join version on version.story = edition.story and version.language = edition.language
              and version.version = edition.named
            left join published.edition readers on readers.story = edition.story and readers.language = edition.language
              and readers.status = 'live' and edition.live = 'published'
            where story.story = any(:stories)
            order by edition.language <> story.original, edition.language
            """;

    /**
     * What an edition takes its section from.
     *
     * @param own its version's own
     * @param madeFrom the language it was translated from, or is to be; the original where it is neither
     */
    private record Desk(@Nullable String own, @Nullable String madeFrom) {}

    private final StoryId story;
    private final long sequence;
    private final ObjectNode json;
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private boolean awaitsText;

    private StoryCard(StoryId story, long sequence, ObjectNode json) {
        this.story = story;
        this.sequence = sequence;
        this.json = json;
        json.putArray("editions");
    }

    static StoryCard begin(ResultSet row) throws SQLException {
        ObjectNode json = Rows.named(row)
                .put("site", row.getString("site"))
                .put("original", row.getString("original"))
                .put("sequence", row.getLong("sequence"))
                .put("killed", row.getBoolean("killed"));
        json.putNull("hold").putNull("embargo").putNull("assigned");
        if (row.getString("held_by") != null) {
            json.putObject("hold")
                    .put("by", row.getString("held_by"))
                    .put("at", Rows.time(row, "held_at"))
                    .put("reason", row.getString("held_for"));
        }
        if (row.getString("embargo_by") != null) {
            json.putObject("embargo")
                    .put("by", row.getString("embargo_by"))
                    .put("until", Rows.time(row, "embargo_until"));
        }
        if (row.getString("assigned_to") != null) {
            json.putObject("assigned")
                    .put("to", row.getString("assigned_to"))
                    .put("due", Rows.time(row, "assigned_due"));
        }
        return new StoryCard(Rows.story(row), row.getLong("sequence"), json);
    }

    void add(ResultSet row) throws SQLException {
        String language = row.getString("language");
        boolean hasVersion = row.getObject("version") != null;
        ObjectNode edition = editions()
                .addObject()
                .put("language", language)
                .put("original", language.equals(row.getString("original")))
                .put("state", row.getString("state"))
                .put("version", Rows.number(row, "version"))
                .put("digest", hasVersion ? row.getString("digest") : null)
                .put("headline", row.getString("headline"))
                .putNull("section")
                .put("slug", row.getString("slug"))
                .put("writer", hasVersion ? row.getString("writer") : null)
                .put("at", hasVersion ? Rows.time(row, "at") : null);
        addLive(edition, row);
        Rows.setVersion(edition, "source", row, "source_language", "source_version");
        addJob(edition, row);
        if (row.getString("scheduled_due") != null) {
            edition.putObject("schedule")
                    .put("due", Rows.time(row, "scheduled_due"))
                    .put("zone", row.getString("scheduled_zone"))
                    .put("by", row.getString("scheduled_by"))
                    .put("together", row.getBoolean("scheduled_together"));
        }
        edition.set("stale", Rows.texts(row, "stale"));
        edition.set("checks", CopyJson.tree(row.getString("checks")));
        addReview(edition, row);
        desks.put(language, desk(row));
        awaitsText |= row.getBoolean("awaited");
    }

    private static void addReview(ObjectNode edition, ResultSet row) throws SQLException {
        String sentBack = row.getString("sent_back");
        edition.put("due", Rows.time(row, "review_due")).put("overdue", row.getBoolean("review_overdue"));
        edition.set("claims", CopyJson.tree(row.getString("claims")));
        edition.set("sentBack", sentBack == null ? NullNode.instance : CopyJson.tree(sentBack));
        edition.set("owed", CopyJson.tree(row.getString("owed")));
        edition.set("aside", Rows.numbers(row, "aside"));
    }

    private void addLive(ObjectNode edition, ResultSet row) throws SQLException {
        boolean published = row.getString("live").equals("published");
        edition.put("live", row.getString("live"))
                .put("number", row.getInt("number"))
                .put("liveVersion", published ? Rows.number(row, "shown") : null)
                .put("path", path(row));
    }

    private @Nullable String path(ResultSet row) throws SQLException {
        String section = row.getString("readers_section");
        return section == null
                ? null
                : new Address(
                                Language.of(row.getString("language")),
                                new Section(section),
                                new Slug(row.getString("readers_slug")),
                                story.shortId())
                        .path();
    }

    private static void addJob(ObjectNode edition, ResultSet row) throws SQLException {
        Rows.setVersion(edition, "job", row, "job_language", "job_version");
        if (edition.get("job") instanceof ObjectNode job) {
            job.put("requestedBy", row.getString("job_by"))
                    .put("at", Rows.time(row, "job_at"))
                    .put("to", row.getString("job_to"))
                    .put("due", Rows.time(row, "job_due"))
                    .put("overdue", row.getBoolean("job_overdue"))
                    .set("blocks", Rows.texts(row, "job_blocks"));
        }
    }

    private static Desk desk(ResultSet row) throws SQLException {
        if (row.getString("digest") != null) {
            return new Desk(row.getString("section"), row.getString("source_language"));
        }
        String asked = row.getString("job_language");
        return new Desk(null, asked == null ? row.getString("original") : asked);
    }

    /** The story as JSON, an edition without a section of its own with that of what it is made from. */
    ObjectNode json() {
        for (JsonNode edition : editions()) {
            ((ObjectNode) edition)
                    .put("section", section(edition.path("language").asString()));
        }
        return json;
    }

    private @Nullable String section(String language) {
        Set<String> asked = new HashSet<>();
        String next = language;
        while (next != null && asked.add(next)) {
            Desk desk = desks.get(next);
            if (desk == null || desk.own() != null) {
                return desk == null ? null : desk.own();
            }
            next = desk.madeFrom();
        }
        return null;
    }

    private ArrayNode editions() {
        return json.withArray("editions");
    }

    StoryId story() {
        return story;
    }

    /** Whether this event of the story, and the text of every version that is named here, have come. */
    boolean shows(long event) {
        return sequence >= event && !awaitsText;
    }
}
