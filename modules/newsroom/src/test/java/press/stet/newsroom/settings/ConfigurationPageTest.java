package press.stet.newsroom.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page for whoever sets up a newsroom says what the records say. */
class ConfigurationPageTest {

    private static final Path PAGE = Path.of("../../docs/configuration.md");

    private static final String WRITE = "stet.write";

    @Test
    void is_what_the_records_say() throws IOException {
        String page = ConfigurationPage.of(Path.of("src/main/java"));
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("docs/configuration.md; write it anew with: %s", ConfigurationPage.COMMAND)
                .isEqualTo(page);
    }
}
