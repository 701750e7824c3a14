package press.stet.archive.published;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import press.stet.archive.copy.CopyJson;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.edition.Address;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.JsonNode;

/** Reads rows of the table {@code edition}. */
final class EditionReader {

    private EditionReader() {}

    static Snapshot read(ResultSet row) throws SQLException {
        StoryId story = new StoryId(row.getObject("story", UUID.class));
        Language language = Language.of(row.getString("language"));
        Site site = new Site(row.getString("site"));
        long sequence = row.getLong("sequence");
        int number = row.getInt("number");
        Instant at = time(row, "at");
        String status = row.getString("status");
        return switch (status) {
            case "live" ->
                new Snapshot.Live(
                        story,
                        language,
                        site,
                        sequence,
                        number,
                        at,
                        Language.of(row.getString("original")),
                        new Version(row.getInt("version")),
                        new Digest(row.getString("digest")),
                        row.getString("section_name"),
                        copy(row, language),
                        time(row, "published_at"),
                        time(row, "updated_at"),
                        corrections(CopyJson.tree(row.getString("corrections"))),
                        timeOrNull(row, "not_before"),
                        row.getString("stale"));
            case "withdrawn" ->
                new Snapshot.Withdrawn(story, language, site, sequence, number, at, row.getString("notice"));
            case "killed" -> new Snapshot.Killed(story, language, site, sequence, number, at, row.getString("notice"));
            default -> throw new IllegalStateException("no edition has the status '" + status + "'");
        };
    }

    private static Copy copy(ResultSet row, Language language) throws SQLException {
        return new Copy(
                language,
                row.getString("headline"),
                row.getString("standfirst"),
                texts(row, "bylines"),
                row.getString("dateline"),
                new Section(row.getString("section")),
                texts(row, "keywords"),
                new Slug(row.getString("slug")),
                CopyJson.blocks(CopyJson.tree(row.getString("blocks"))));
    }

    static Item item(ResultSet row) throws SQLException {
        StoryId story = new StoryId(row.getObject("story", UUID.class));
        Language language = Language.of(row.getString("language"));
        String address = row.getString("photo_address");
        return new Item(
                story,
                language,
                row.getString("headline"),
                row.getString("standfirst"),
                new Section(row.getString("section")),
                row.getString("section_name"),
                address(row, story, language),
                time(row, "published_at"),
                time(row, "updated_at"),
                address == null ? null : new Item.Photo(URI.create(address), row.getString("photo_alt")));
    }

    static LanguageLink link(ResultSet row) throws SQLException {
        StoryId story = new StoryId(row.getObject("story", UUID.class));
        Language language = Language.of(row.getString("language"));
        return new LanguageLink(language, address(row, story, language), row.getString("headline"));
    }

    /** The canonical address of a live edition. */
    static String path(Snapshot.Live live) {
        return Address.of(live.story(), live.copy()).path();
    }

    private static String address(ResultSet row, StoryId story, Language language) throws SQLException {
        Section section = new Section(row.getString("section"));
        return new Address(language, section, new Slug(row.getString("slug")), story.shortId()).path();
    }

    private static List<Correction> corrections(JsonNode array) {
        List<Correction> corrections = new ArrayList<>(array.size());
        array.forEach(each -> corrections.add(new Correction(
                Instant.parse(each.path("at").asString()), each.path("note").asString())));
        return corrections;
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : time(row, column);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
