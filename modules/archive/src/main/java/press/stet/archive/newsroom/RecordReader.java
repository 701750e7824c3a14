package press.stet.archive.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.archive.copy.CopyJson;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.UnreadableRecord;
import press.stet.model.EditionId;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.event.Entry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is on record: histories, refusals, texts and the staff list. Safe for use by many threads. */
final class RecordReader {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    /** Of the refusals of a story its history gives the newest. */
    static final int MOST_REFUSALS = 1_000;

    private static final String REFUSALS =
            "select story, language, at, actor, tool, command, rule, reason, cast(violations as text) as violations from refusal";

    private static final String NEWEST = " order by at desc limit :limit";

    private final Jdbi jdbi;
    private final MessageCodec codec;

    RecordReader(Jdbi jdbi, MessageCodec codec) {
        this.jdbi = jdbi;
        this.codec = codec;
    }

    /**
     * What happened to a story, oldest first, and what was refused, newest first.
     *
     * @param values whether each event comes with the value of its record as it was written, in base 64
     */
    ObjectNode history(StoryId story, boolean values) {
        ObjectNode json = Rows.object().put("story", story.toString());
        ArrayNode events = json.putArray("events");
        jdbi.useHandle(handle -> handle.createQuery("""
                        select sequence, at, actor, tool, type, language, version, cause, what, value from event
                        where story = :story order by sequence
                        """)
                .bind("story", story.value())
                .map((row, _) -> event(row, values))
                .forEach(events::add));
        json.set("refusals", refusals(story, MOST_REFUSALS));
        return json;
    }

    private ObjectNode event(ResultSet row, boolean values) throws SQLException {
        byte[] value = row.getBytes("value");
        Entry entry = entry(value);
        ObjectNode json = Rows.object()
                .put("sequence", row.getLong("sequence"))
                .put("at", Rows.time(row, "at"))
                .put("actor", row.getString("actor"))
                .put("tool", row.getString("tool"))
                .put("event", row.getString("type"))
                .put("language", row.getString("language"))
                .put("version", Rows.number(row, "version"))
                .put("what", row.getString("what"))
                .put("command", row.getObject("cause", UUID.class).toString())
                .put("houseRules", entry == null ? null : entry.houseRules())
                .put("staff", entry == null ? null : entry.staff());
        return values ? json.put("value", Base64.getEncoder().encodeToString(value)) : json;
    }

    /** Null where the bytes are not what was written: whoever verifies the history is told, everybody else is shown it. */
    private @Nullable Entry entry(byte[] value) {
        try {
            return codec.decodeEvent(value).entry();
        } catch (UnreadableRecord altered) {
            LOG.error("an event that is kept cannot be read: {}", altered.getMessage());
            return null;
        }
    }

    /** What people remarked on an edition, oldest first. */
    ObjectNode notes(EditionId edition) {
        ObjectNode json = Rows.object();
        ArrayNode notes = json.putArray("notes");
        jdbi.useHandle(handle -> handle.createQuery("""
                        select number, version, block, text, blocking, by, at, cast(answers as text) as answers,
                          resolved_by, resolved_at
                        from note where story = :story and language = :language order by number
                        """)
                .bind("story", edition.story().value())
                .bind("language", edition.language().tag())
                .map((row, _) -> note(row))
                .forEach(notes::add));
        return json;
    }

    private static ObjectNode note(ResultSet row) throws SQLException {
        JsonNode answers = CopyJson.tree(row.getString("answers"));
        String open = answers.isEmpty() ? "open" : "answered";
        ObjectNode json = Rows.object()
                .put("note", row.getInt("number"))
                .put("version", row.getInt("version"))
                .put("block", row.getString("block"))
                .put("text", row.getString("text"))
                .put("blocking", row.getBoolean("blocking"))
                .put("by", row.getString("by"))
                .put("at", Rows.time(row, "at"))
                .put("state", row.getString("resolved_by") == null ? open : "resolved")
                .put("resolvedBy", row.getString("resolved_by"))
                .put("resolvedAt", Rows.time(row, "resolved_at"));
        json.set("answers", answers);
        return json;
    }

    /**
     * Refusals, newest first.
     *
     * @param story whose, or null for all
     */
    ArrayNode refusals(@Nullable StoryId story, int limit) {
        ArrayNode refusals = Rows.object().putArray("refusals");
        jdbi.useHandle(handle -> {
            Query query = story == null
                    ? handle.createQuery(REFUSALS + NEWEST)
                    : handle.createQuery(REFUSALS + " where story = :story" + NEWEST)
                            .bind("story", story.value());
            query.bind("limit", limit).map((row, _) -> refusal(row)).forEach(refusals::add);
        });
        return refusals;
    }

    private static ObjectNode refusal(ResultSet row) throws SQLException {
        ObjectNode json = Rows.object()
                .put("story", Rows.story(row).toString())
                .put("language", row.getString("language"))
                .put("at", Rows.time(row, "at"))
                .put("actor", row.getString("actor"))
                .put("tool", row.getString("tool"))
                .put("command", row.getString("command"))
                .put("rule", row.getString("rule"))
                .put("reason", row.getString("reason"));
        json.set("violations", CopyJson.tree(row.getString("violations")));
        return json;
    }

    /**
     * A version with its text; empty where there is none, or its text is not there.
     *
     * @param version which, or null for the one in hand, else the one that readers see or saw
     */
    Optional<ObjectNode> copy(EditionId edition, @Nullable Version version) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select version.story, version.language, version.version, version.digest, version.writer, version.at,
                          version.based_on, version.source_language, version.source_version, story.site, version.copy
                        from version
                        join edition on edition.story = version.story and edition.language = version.language
                        join story on story.story = version.story
                        where version.story = :story and version.language = :language
                          and version.version = coalesce(:version, edition.in_hand, edition.shown)
                          and version.copy is not null
                        """)
                .bind("story", edition.story().value())
                .bind("language", edition.language().tag())
                .bind("version", version == null ? null : version.number())
                .map((row, _) -> copy(row))
                .findOne());
    }

    private static ObjectNode copy(ResultSet row) throws SQLException {
        ObjectNode json = Rows.object()
                .put("story", Rows.story(row).toString())
                .put("language", row.getString("language"))
                .put("version", row.getInt("version"))
                .put("digest", row.getString("digest"))
                .put("writer", row.getString("writer"))
                .put("at", Rows.time(row, "at"))
                .put("basedOn", Rows.number(row, "based_on"));
        Rows.setVersion(json, "source", row, "source_language", "source_version");
        json.put("site", row.getString("site")).set("copy", CopyJson.tree(row.getString("copy")));
        return json;
    }

    /** The staff list in force; version 0 and nobody before there is one. */
    ObjectNode staff() {
        return jdbi.inTransaction(TransactionIsolationLevel.REPEATABLE_READ, handle -> {
            ObjectNode json = Rows.object()
                    .put(
                            "version",
                            handle.createQuery("select coalesce(max(version), 0) from staff")
                                    .mapTo(Integer.class)
                                    .one());
            ArrayNode people = json.putArray("people");
            handle.createQuery("select person, roles from member order by person")
                    .map((row, _) -> member(row))
                    .forEach(people::add);
            return json;
        });
    }

    private static ObjectNode member(ResultSet row) throws SQLException {
        ObjectNode member = Rows.object().put("person", row.getString("person"));
        ArrayNode roles = member.putArray("roles");
        for (String role : (String[]) row.getArray("roles").getArray()) {
            roles.add(role);
        }
        return member;
    }
}
