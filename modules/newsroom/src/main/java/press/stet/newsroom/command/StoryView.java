package press.stet.newsroom.command;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Source;
import tools.jackson.databind.JsonNode;

/** A story as the newsroom view shows it. */
record StoryView(StoryId id, Language original, boolean killed, List<EditionView> editions, JsonNode json) {

    /**
     * An edition as the newsroom view shows it.
     *
     * @param state {@code none}, {@code draft}, {@code in-review} or {@code approved}
     * @param version what is in hand, else what readers see or saw; null where there is neither
     * @param digest of that version
     * @param writer who sent that version; empty where there is none
     * @param live {@code unpublished}, {@code published}, {@code withdrawn} or {@code killed}
     * @param liveVersion what readers see, or null where they see nothing
     * @param job what was handed out with the open job, or null
     */
    record EditionView(
            Language language,
            String state,
            @Nullable Version version,
            @Nullable Digest digest,
            String headline,
            String writer,
            String at,
            String live,
            int number,
            @Nullable Version liveVersion,
            @Nullable String path,
            @Nullable Source source,
            @Nullable Source job) {

        boolean isLive() {
            return live.equals("published");
        }

        private static EditionView of(JsonNode json) {
            return new EditionView(
                    Language.of(json.path("language").asString()),
                    json.path("state").asString(),
                    NewsroomView.versionOrNull(json.path("version")),
                    NewsroomView.digestOrNull(json.path("digest")),
                    json.path("headline").asStringOpt().orElse(""),
                    json.path("writer").asStringOpt().orElse(""),
                    json.path("at").asStringOpt().orElse(""),
                    json.path("live").asString(),
                    json.path("number").asInt(),
                    NewsroomView.versionOrNull(json.path("liveVersion")),
                    NewsroomView.textOrNull(json.path("path")),
                    NewsroomView.source(json.path("source")),
                    NewsroomView.source(json.path("job")));
        }
    }

    static StoryView of(JsonNode json) {
        return new StoryView(
                StoryId.of(json.path("story").asString()),
                Language.of(json.path("original").asString()),
                json.path("killed").asBoolean(),
                json.path("editions").valueStream().map(EditionView::of).toList(),
                json);
    }

    /** The edition in this language, or the original where none is named. */
    EditionView edition(@Nullable Language named) {
        Language language = named == null ? original : named;
        return editions.stream()
                .filter(each -> each.language().equals(language))
                .findFirst()
                .orElseThrow(() -> new CannotBeDone("story " + id + " has no edition in " + language + "; it has "
                        + editions.stream().map(each -> each.language().tag()).collect(Collectors.joining(", "))));
    }

    boolean has(Language language) {
        return editions.stream().anyMatch(each -> each.language().equals(language));
    }
}
