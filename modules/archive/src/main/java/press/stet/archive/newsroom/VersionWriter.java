package press.stet.archive.newsroom;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import press.stet.archive.copy.CopyJson;
import press.stet.model.Digest;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;

/** Writes versions. Event and text say the same of a version; whichever comes first makes its row. */
final class VersionWriter {

    private static final String ROW = """
            insert into version (story, language, version, digest, writer, at, based_on, source_language, source_version,
              section%s)
            values (:story, :language, :version, :digest, :writer, :at, :basedOn, :sourceLanguage, :sourceVersion,
              :section%s)
            on conflict (story, language, version) do %s
            """;

    private static final String EVENT = ROW.formatted("", "", "nothing");

    private static final String TEXT = ROW.formatted(
            ", headline, slug, copy",
            ", :headline, :slug, cast(:copy as json)",
            "update set headline = excluded.headline, slug = excluded.slug, copy = excluded.copy, erased = false");

    private VersionWriter() {}

    /** What the event says that brought the version. */
    static void write(Handle handle, Entry entry, Language language, Stamp stamp) {
        row(
                        handle.createUpdate(EVENT),
                        new EditionId(entry.story(), language),
                        stamp.version(),
                        stamp.digest(),
                        entry.actor(),
                        entry.at(),
                        stamp.basedOn(),
                        stamp.source(),
                        stamp.section())
                .execute();
    }

    /** Versions with their texts. */
    static void write(Handle handle, List<FiledCopy> texts) {
        if (texts.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(TEXT)) {
            for (FiledCopy filed : texts) {
                row(
                                batch,
                                filed.edition(),
                                filed.version(),
                                filed.digest(),
                                filed.by(),
                                filed.at(),
                                filed.basedOn(),
                                filed.source(),
                                filed.copy().section())
                        .bind("headline", filed.copy().headline())
                        .bind("slug", filed.copy().address().text())
                        .bind("copy", CopyJson.write(filed.copy()).toString())
                        .add();
            }
            batch.execute();
        }
    }

    /** Leaves nothing of the text. */
    static void erase(Handle handle, EditionId edition, Version version) {
        handle.createUpdate("""
                        update version set headline = null, slug = null, copy = null, erased = true
                        where story = :story and language = :language and version = :version
                        """)
                .bind("story", edition.story().value())
                .bind("language", edition.language().tag())
                .bind("version", version.number())
                .execute();
    }

    private static <S extends SqlStatement<S>> S row(
            S statement,
            EditionId edition,
            Version version,
            Digest digest,
            Person writer,
            Instant at,
            @Nullable Version basedOn,
            @Nullable Source source,
            @Nullable Section section) {
        return statement
                .bind("story", edition.story().value())
                .bind("language", edition.language().tag())
                .bind("version", version.number())
                .bind("digest", digest.text())
                .bind("writer", writer.account())
                .bind("at", at)
                .bind("basedOn", basedOn == null ? null : basedOn.number())
                .bind(
                        "sourceLanguage",
                        source == null ? null : source.language().tag())
                .bind("sourceVersion", source == null ? null : source.version().number())
                .bind("section", section == null ? null : section.key());
    }
}
