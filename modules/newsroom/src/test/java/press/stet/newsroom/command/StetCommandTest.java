package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** Only the command that is meant is read; whoever means none, or a wrong one, is told of all. */
class StetCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void the_help_names_every_command() {
        assertThat(run("--help")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString())
                .contains(
                        "newsroom",
                        "workflow",
                        "archive",
                        "site",
                        "draft",
                        "review",
                        "translation",
                        "publish",
                        "story",
                        "import",
                        "ops",
                        "stet bench");
    }

    @Test
    void no_word_at_all_is_wrong_usage_with_every_command_shown() {
        assertThat(run()).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("draft", "ops");
    }

    @Test
    void the_help_of_a_command_is_its_own() {
        assertThat(run("story", "list", "--help")).isEqualTo(ExitStatus.DONE);
        assertThat(out.toString()).startsWith("Usage: stet story list ");
    }

    @Test
    void a_word_that_is_no_command_is_answered_with_those_that_are_like_it() {
        assertThat(run("storry", "list")).isEqualTo(ExitStatus.USAGE);
        assertThat(err.toString()).contains("storry").contains("stet story");
    }

    private int run(String... words) {
        return StetCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }
}
