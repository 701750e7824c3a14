package press.stet.archive.published;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import press.stet.archive.copy.CopyJson;
import press.stet.archive.database.StorableText;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes snapshots as rows of the table {@code edition}. */
final class EditionWriter {

    private static final String LIVE = """
            insert into edition as standing (story, language, short_id, site, sequence, number, status, at, original, version,
              digest, headline, standfirst, bylines, dateline, section, section_name, keywords, slug, blocks, corrections,
              photo_address, photo_alt, published_at, updated_at, not_before, stale, search)
            values (:story, :language, :shortId, :site, :sequence, :number, 'live', :at, :original, :version, :digest,
              :headline, :standfirst, :bylines, :dateline, :section, :sectionName, :keywords, :slug,
              cast(:blocks as jsonb), cast(:corrections as jsonb), :photoAddress, :photoAlt, :publishedAt, :updatedAt, :notBefore, :stale,
              words_of(cast(:configuration as regconfig), :words))
            on conflict (story, language) do update set
              site = excluded.site, sequence = excluded.sequence, number = excluded.number, status = 'live',
              at = excluded.at, notice = null, original = excluded.original, version = excluded.version,
              digest = excluded.digest, headline = excluded.headline, standfirst = excluded.standfirst,
              bylines = excluded.bylines, dateline = excluded.dateline, section = excluded.section,
              section_name = excluded.section_name, keywords = excluded.keywords, slug = excluded.slug,
              blocks = excluded.blocks, corrections = excluded.corrections, photo_address = excluded.photo_address,
              photo_alt = excluded.photo_alt, published_at = excluded.published_at, updated_at = excluded.updated_at,
              not_before = excluded.not_before, stale = excluded.stale, search = excluded.search
            where standing.sequence < excluded.sequence and standing.status <> 'killed'
            """;

    private static final String GONE = """
            insert into edition as standing (story, language, short_id, site, sequence, number, status, at, notice)
            values (:story, :language, :shortId, :site, :sequence, :number, :status, :at, :notice)
            on conflict (story, language) do update set
              site = excluded.site, sequence = excluded.sequence, number = excluded.number, status = excluded.status,
              at = excluded.at, notice = excluded.notice, original = null, version = null, digest = null, headline = null,
              standfirst = null, bylines = null, dateline = null, section = null, section_name = null, keywords = null,
              slug = null, blocks = null, corrections = null, photo_address = null, photo_alt = null, published_at = null,
              updated_at = null, not_before = null, stale = null, search = null
            where standing.sequence < excluded.sequence and standing.status <> 'killed'
            """;

    private EditionWriter() {}

    static void write(Handle handle, Collection<Snapshot> snapshots) {
        try (PreparedBatch live = handle.prepareBatch(LIVE);
                PreparedBatch gone = handle.prepareBatch(GONE)) {
            for (Snapshot snapshot : snapshots) {
                switch (snapshot) {
                    case Snapshot.Live shown -> bind(identified(live, shown), shown);
                    case Snapshot.Withdrawn withdrawn ->
                        bind(identified(gone, withdrawn), "withdrawn", withdrawn.notice());
                    case Snapshot.Killed killed -> bind(identified(gone, killed), "killed", killed.notice());
                }
            }
            live.execute();
            gone.execute();
        }
    }

    private static PreparedBatch identified(PreparedBatch batch, Snapshot snapshot) {
        return batch.bind("story", snapshot.story().value())
                .bind("language", snapshot.language().tag())
                .bind("shortId", snapshot.story().shortId())
                .bind("site", snapshot.site().key())
                .bind("sequence", snapshot.sequence())
                .bind("number", snapshot.number())
                .bind("at", snapshot.at());
    }

    private static void bind(PreparedBatch gone, String status, String notice) {
        gone.bind("status", status).bind("notice", notice).add();
    }

    private static void bind(PreparedBatch batch, Snapshot.Live live) {
        Copy copy = live.copy();
        Item.Photo photo = lead(copy.body());
        batch.bind("original", live.original().tag())
                .bind("version", live.version().number())
                .bind("digest", live.digest().text())
                .bind("headline", copy.headline())
                .bind("standfirst", copy.standfirst())
                .bindArray("bylines", String.class, storable(copy.bylines()))
                .bind("dateline", copy.dateline())
                .bind("section", section(live).key())
                .bind("sectionName", live.sectionName())
                .bindArray("keywords", String.class, storable(copy.keywords()))
                .bind("slug", copy.address().text())
                .bind("blocks", CopyJson.blocks(copy.body()).toString())
                .bind("corrections", corrections(live.corrections()).toString())
                .bind("photoAddress", photo == null ? null : photo.address().toString())
                .bind("photoAlt", photo == null ? null : photo.alt())
                .bind("publishedAt", live.publishedAt())
                .bind("updatedAt", live.updatedAt())
                .bind("notBefore", live.notBefore())
                .bind("stale", live.stale())
                .bind("configuration", SearchWords.configuration(live.language()))
                .bind("words", SearchWords.of(copy))
                .add();
    }

    /** The section that readers find a live edition in. */
    static Section section(Snapshot.Live live) {
        Section section = live.copy().section();
        if (section == null) {
            throw new IllegalArgumentException("the snapshot of " + live.edition() + " at event " + live.sequence()
                    + " shows readers copy that has no section");
        }
        return section;
    }

    private static Item.@Nullable Photo lead(List<Block> body) {
        for (Block block : body) {
            if (block instanceof Block.Photo photo && photo.address() != null) {
                return new Item.Photo(photo.address(), photo.alt());
            }
        }
        return null;
    }

    private static ArrayNode corrections(List<Correction> corrections) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(corrections.size());
        corrections.forEach(
                each -> array.addObject().put("at", each.at().toString()).put("note", StorableText.of(each.note())));
        return array;
    }

    private static List<String> storable(List<String> texts) {
        return texts.stream().map(StorableText::of).toList();
    }
}
