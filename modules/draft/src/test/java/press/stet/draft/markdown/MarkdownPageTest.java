package press.stet.draft.markdown;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static press.stet.draft.markdown.Files.below;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.stet.model.copy.Block;

/** {@code docs/markdown.md}, read as its readers will. */
class MarkdownPageTest {

    private final String page = java.nio.file.Files.readString(Path.of("../../docs/markdown.md"));

    MarkdownPageTest() throws IOException {}

    @Test
    void explains_every_key_and_shows_it() {
        String examples = String.join("\n", examples("markdown"));

        assertThat(FrontMatterKey.values())
                .allSatisfy(key -> assertThat(page).contains("\n| `" + key.word() + "` | "))
                .allSatisfy(key -> assertThat(examples).contains("\n" + key.word() + ": "));
    }

    @Test
    void shows_every_kind_of_block_and_nothing_that_cannot_be_read() {
        List<Block> blocks = examples("markdown").stream()
                .map(example -> Files.read(example.startsWith("---\n") ? example : below(example)))
                .flatMap(copy -> copy.copy().body().stream())
                .toList();

        assertThat(blocks.stream().map(Block::getClass).collect(toSet()))
                .isEqualTo(Arrays.stream(Block.class.getPermittedSubclasses()).collect(toSet()));
        assertThat(blocks).anyMatch(block -> block.id().isGiven());
        assertThat(blocks.stream().map(Block::renders).filter(Objects::nonNull).map(List::size))
                .containsExactly(2, 1, 0);
    }

    @Test
    void says_what_is_told_of_a_file_that_cannot_be_taken() {
        String wrong = examples("markdown refused").getFirst();

        assertThatExceptionOfType(MarkdownRefused.class)
                .isThrownBy(() -> MarkdownReader.read("night-trains.md", wrong.getBytes(StandardCharsets.UTF_8)))
                .withMessage(examples("text").getFirst().strip());
    }

    private List<String> examples(String kind) {
        Stream<MatchResult> fenced = Pattern.compile("(?ms)^```(\\w[^\\n]*)\\n(.*?)^```$")
                .matcher(page)
                .results();
        return fenced.filter(each -> each.group(1).equals(kind))
                .map(each -> each.group(2))
                .toList();
    }
}
