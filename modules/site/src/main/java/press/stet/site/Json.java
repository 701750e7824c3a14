package press.stet.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.archive.published.Item;
import press.stet.archive.published.LanguageLink;
import press.stet.archive.published.Page;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.model.edition.Snapshot;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes answers as JSON. Text in a block is the copy's own CommonMark, times are RFC 3339 in UTC. The names of the fields, and
 * their order, are those of the records.
 */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private record EditionJson(
            String story,
            String language,
            int number,
            String status,
            String headline,
            String standfirst,
            String section,
            List<String> bylines,
            String dateline,
            String path,
            String publishedAt,
            String updatedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String notice,

            List<BlockJson> blocks,
            List<CorrectionJson> corrections,
            List<LanguageJson> languages) {}

    private sealed interface BlockJson {}

    private record ParagraphJson(String id, String type, String text) implements BlockJson {}

    private record QuoteJson(String id, String type, String text, String speaker) implements BlockJson {}

    private record PhotoJson(
            String id, String type, @Nullable String address, String alt, String caption, String credit)
            implements BlockJson {}

    private record ListJson(String id, String type, boolean numbered, List<String> items) implements BlockJson {}

    private record EmbedJson(String id, String type, String address, String text) implements BlockJson {}

    private record CorrectionJson(String at, String note) {}

    private record LanguageJson(String language, String path) {}

    private record GoneJson(
            String story,
            String language,
            int number,
            String status,
            String at,
            String notice,
            List<LanguageJson> languages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record EditionsJson(
            String language,
            long total,
            List<ItemJson> editions,
            @Nullable String next) {}

    private record ItemJson(String story, String headline, String section, String path, String publishedAt) {}

    /** RFC 9457. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record ProblemJson(String title, int status, String detail) {}

    private Json() {}

    /** The answer as JSON. One that only leads elsewhere is empty. */
    static String of(Answer answer) {
        return switch (answer) {
            case Answer.Story story -> MAPPER.writeValueAsString(edition(story.page()));
            case Answer.Gone gone -> MAPPER.writeValueAsString(gone(gone.page()));
            case Answer.Editions editions -> MAPPER.writeValueAsString(editions(editions));
            case Answer.NothingYet nothing ->
                MAPPER.writeValueAsString(new EditionsJson(nothing.language().tag(), 0, List.of(), null));
            case Answer.NoPage none ->
                MAPPER.writeValueAsString(new ProblemJson(none.problem().phrase(), none.status(), none.detail()));
            case Answer.Elsewhere _ -> "";
        };
    }

    private static EditionJson edition(Page.Live page) {
        Snapshot.Live snapshot = page.snapshot();
        Copy copy = snapshot.copy();
        return new EditionJson(
                snapshot.story().toString(),
                snapshot.language().tag(),
                snapshot.number(),
                "published",
                copy.headline(),
                copy.standfirst(),
                copy.section() == null ? "" : copy.section().key(),
                copy.bylines(),
                copy.dateline(),
                page.path(),
                snapshot.publishedAt().toString(),
                snapshot.updatedAt().toString(),
                snapshot.stale(),
                copy.body().stream().map(Json::block).toList(),
                snapshot.corrections().stream()
                        .map(correction -> new CorrectionJson(correction.at().toString(), correction.note()))
                        .toList(),
                languages(page.languages()));
    }

    private static BlockJson block(Block block) {
        String id = block.id().text();
        return switch (block) {
            case Block.Paragraph paragraph -> new ParagraphJson(id, "paragraph", paragraph.text());
            case Block.Subheading subheading -> new ParagraphJson(id, "subheading", subheading.text());
            case Block.Quote quote -> new QuoteJson(id, "quote", quote.text(), quote.speaker());
            case Block.Photo photo ->
                new PhotoJson(
                        id,
                        "photo",
                        photo.address() == null ? null : photo.address().toString(),
                        photo.alt(),
                        photo.caption(),
                        photo.credit());
            case Block.Points points -> new ListJson(id, "list", points.numbered(), points.items());
            case Block.Embed embed -> new EmbedJson(id, "embed", embed.address().toString(), embed.text());
        };
    }

    private static GoneJson gone(Page.Gone page) {
        Snapshot snapshot = page.snapshot();
        return new GoneJson(
                snapshot.story().toString(),
                snapshot.language().tag(),
                snapshot.number(),
                GoneView.kind(snapshot),
                snapshot.at().toString(),
                GoneView.notice(snapshot),
                languages(page.languages()));
    }

    private static EditionsJson editions(Answer.Editions editions) {
        return new EditionsJson(
                editions.language().tag(),
                editions.listing().total(),
                editions.listing().editions().stream().map(Json::item).toList(),
                editions.listing().next());
    }

    private static ItemJson item(Item item) {
        return new ItemJson(
                item.story().toString(),
                item.headline(),
                item.section().key(),
                item.path(),
                item.publishedAt().toString());
    }

    private static List<LanguageJson> languages(List<LanguageLink> links) {
        return links.stream()
                .map(link -> new LanguageJson(link.language().tag(), link.path()))
                .toList();
    }
}
