package press.stet.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the servers of a newsroom on one machine. */
class PartsIT extends PartsSuite {

    @TempDir
    private Path desk;

    @Override
    Servers servers(Path directory) throws IOException {
        return new EmbeddedServers(directory);
    }

    @Test
    void what_means_nothing_ends_a_part_and_is_named() throws Exception {
        try (PartOnItsOwn part =
                PartOnItsOwn.start("workflow", desk.resolve("part"), Map.of("STET_WORKFLOW_COMIT_INTERVAL", "5ms"))) {
            assertThat(part.exitStatus()).isEqualTo(1);
            assertThat(part.log())
                    .isEqualToIgnoringNewLines("stet: the variable STET_WORKFLOW_COMIT_INTERVAL sets nothing;"
                            + " the nearest that does is STET_WORKFLOW_COMMIT_INTERVAL");
        }
    }
}
