package press.stet.testkit.parts;

import java.io.IOException;
import java.nio.file.Path;

/** On servers in containers. */
class PartsContainersIT extends PartsSuite {

    @Override
    Servers servers(Path directory) throws IOException {
        return new Containers(1);
    }
}
