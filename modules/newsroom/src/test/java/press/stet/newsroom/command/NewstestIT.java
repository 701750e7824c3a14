package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static press.stet.newsroom.command.OneNewsroom.stet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole articles in eight languages, where the machine has them beside the repository, are corrected by what people type. */
class NewstestIT {

    private static final Path ARTICLES = Path.of("shared", "data", "newstest");

    private static final Set<String> TRANSLATIONS = Set.of("ru", "uz", "kk", "ky", "tg", "ar", "de");

    private static final int CORRECTED = 10;
    private static final int LEFT_ALONE = 2;

    private static final Pattern LABELLED = Pattern.compile("<!-- block: ([\\w-]+)[^\\n]*-->\\n([^\\n]+)");

    @TempDir
    private Path desk;

    /** Which blocks a translation is stale in, by the original's slug and the translation's language. */
    private record Stale(String story, String language) implements Comparable<Stale> {
        @Override
        public int compareTo(Stale other) {
            return toString().compareTo(other.toString());
        }
    }

    @Test
    void corrections_of_ten_originals_make_those_blocks_of_seventy_translations_stale_and_no_other()
            throws IOException {
        Path articles = articles();
        assumeThat(articles).as("articles to try").isNotNull();
        List<String> slugs = bringIn(articles == null ? Path.of("") : articles);
        Map<Stale, List<String>> expected = new TreeMap<>();
        for (int at = 0; at < CORRECTED; at++) {
            String slug = slugs.get(at);
            List<String> corrected = correct(slug, at);
            TRANSLATIONS.forEach(language -> expected.put(new Stale(slug, language), corrected));
        }

        assertThat(expected).hasSize(CORRECTED * TRANSLATIONS.size());
        assertThat(stale(slugs)).isEqualTo(expected);

        translateAgain(slugs.getFirst(), expected.get(new Stale(slugs.getFirst(), "uz")));
        expected.remove(new Stale(slugs.getFirst(), "uz"));
        assertThat(stale(slugs)).isEqualTo(expected);
    }

    /** The first of them, live in all languages; says by which slugs. */
    private List<String> bringIn(Path articles) throws IOException {
        Path folder = Files.createDirectory(desk.resolve("articles"));
        List<String> slugs = new ArrayList<>();
        try (Stream<Path> all = Files.list(articles)) {
            for (Path article : all.sorted().limit(CORRECTED + LEFT_ALONE).toList()) {
                Path copied = Files.createDirectory(folder.resolve(article.getFileName()));
                try (Stream<Path> files = Files.list(article)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, copied.resolve(file.getFileName()));
                    }
                }
                slugs.add(slug(Files.readString(article.resolve("en.md"))));
            }
        }
        int editions = slugs.size() * (1 + TRANSLATIONS.size());
        stet("import", folder.toString(), "--approve-as", "chief", "--as", "reporter")
                .done(slugs.size() + " stories with " + editions + " editions", "0 refused, 0 failed");
        return slugs;
    }

    private static String slug(String copy) {
        Matcher slug = Pattern.compile("(?m)^slug: (.+)$").matcher(copy);
        assertThat(slug.find()).isTrue();
        return slug.group(1);
    }

    /** Corrects a paragraph of an original, of every third its headline too; says which blocks that are. */
    private List<String> correct(String slug, int at) throws IOException {
        Path copy = desk.resolve(slug + ".md");
        stet("draft", "get", slug, copy.toString()).done();
        String text = Files.readString(copy);
        List<String> blocks = new ArrayList<>();
        if (at % 3 == 0) {
            text = text.replaceFirst("(?m)^headline: [\"']?", "$0Corrected, ");
            blocks.add("headline");
        }
        List<Matcher> paragraphs = new ArrayList<>();
        Matcher labelled = LABELLED.matcher(text);
        while (labelled.find()) {
            Matcher one = LABELLED.matcher(text);
            assertThat(one.find(labelled.start())).isTrue();
            paragraphs.add(one);
        }
        Matcher chosen = paragraphs.get(at % paragraphs.size());
        text = text.substring(0, chosen.start(2)) + "It is put right that: " + text.substring(chosen.start(2));
        blocks.add(chosen.group(1));
        Files.writeString(copy, text);
        stet("draft", "revise", slug, copy.toString(), "--as", "reporter", "--submit")
                .done();
        stet("review", "approve", slug, "--as", "editor", "--yes").done();
        stet("publish", "correct", slug, "--note", "We put it right.", "--as", "publisher", "--yes")
                .done("EditionPublished", "TranslationStale");
        return blocks;
    }

    /** Out as XLIFF with nothing to do but those blocks, and back. */
    private void translateAgain(String slug, @Nullable List<String> blocks) throws IOException {
        Path file = desk.resolve("uz.xlf");
        JsonNode handout = stet("translation", "export", slug, "uz", file.toString(), "--json")
                .done()
                .json();
        assertThat(handout.path("toDo").valueStream().map(JsonNode::asString).toList())
                .isEqualTo(blocks);
        String xliff = Files.readString(file);
        Files.writeString(
                file,
                xliff.replaceAll("(?s)<segment([^>]*) state=\"initial\"([^>]*)>", "<segment$1 state=\"reviewed\"$2>"));
        stet("translation", "deliver", slug, file.toString(), "--as", "translator")
                .done("/uz@2: TranslationDelivered");
    }

    /** What {@code stet translation stale} says of these stories. */
    private static Map<Stale, List<String>> stale(List<String> slugs) {
        Map<String, String> names = new TreeMap<>();
        for (String slug : slugs) {
            names.put(
                    stet("story", "show", slug, "--json")
                            .done()
                            .json()
                            .path("story")
                            .asString(),
                    slug);
        }
        JsonNode all = JsonMapper.shared()
                .readTree(stet("translation", "stale", "--json").done().out());
        Map<Stale, List<String>> stale = new TreeMap<>();
        for (JsonNode each : all) {
            String slug = names.get(each.path("story").asString());
            if (slug != null) {
                assertThat(each.path("sourceLanguage").asString()).isEqualTo("en");
                stale.put(
                        new Stale(slug, each.path("language").asString()),
                        each.path("blocks")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
            }
        }
        return stale;
    }

    private static @Nullable Path articles() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(ARTICLES))) {
                return folder.resolve(ARTICLES);
            }
        }
        return null;
    }
}
