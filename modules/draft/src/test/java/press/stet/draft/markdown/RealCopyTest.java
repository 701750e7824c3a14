package press.stet.draft.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whole articles in eight languages, where the machine has them beside the repository; the product needs none of them. */
class RealCopyTest {

    private static final Path ARTICLES = Path.of("shared", "data", "newstest");

    @Test
    void takes_news_articles_in_eight_languages_and_writes_them_back() throws IOException {
        Path articles = articles();
        assumeThat(articles).as("articles to try").isNotNull();
        List<Path> files = files(articles);

        assertThat(files).hasSizeGreaterThan(600).allSatisfy(file -> {
            MarkdownCopy copy = MarkdownReader.read(file);
            String written = MarkdownWriter.write(copy);
            assertThat(MarkdownReader.read(file.toString(), written.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(copy);
            assertThat(words(written)).isEqualTo(words(Files.readString(file)));
            assertThat(copy.translates() == null).isEqualTo(file.endsWith("en.md"));
        });
    }

    private static @Nullable Path articles() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(ARTICLES))) {
                return folder.resolve(ARTICLES);
            }
        }
        return null;
    }

    private static List<Path> files(@Nullable Path articles) throws IOException {
        if (articles == null) {
            return List.of();
        }
        try (Stream<Path> files =
                Files.find(articles, 2, (file, _) -> file.toString().endsWith(".md"))) {
            return files.sorted().toList();
        }
    }

    /** The body without white space. */
    private static String words(String file) {
        return file.substring(file.indexOf("\n---\n") + 5).replaceAll("\\s+", "");
    }
}
