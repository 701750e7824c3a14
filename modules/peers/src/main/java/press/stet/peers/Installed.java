package press.stet.peers;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The programs of the peers. They stand where the build put this code, or in the module that the system property {@value #PROPERTY}
 * names.
 */
final class Installed {

    private static final String PROPERTY = "stet.peers";

    private Installed() {}

    /** The unpacked distribution of Zeebe. */
    static Path zeebe() throws IOException {
        return only(module().resolve("target").resolve("zeebe"));
    }

    /** The unpacked plugin that Debezium writes tables with. */
    static Path debezium() {
        return there(module().resolve("target").resolve("debezium"));
    }

    /** The jars of a LittleHorse server, as a class path. */
    static String littleHorse() throws IOException {
        return jars(module().resolve("littlehorse"));
    }

    /** The jars of a Kafka Connect worker, as a class path. */
    static String connect() throws IOException {
        return jars(module().resolve("connect"));
    }

    private static String jars(Path module) throws IOException {
        try (Stream<Path> jars = Files.list(there(module.resolve("target").resolve("lib")))) {
            return jars.map(Path::toString).sorted().collect(Collectors.joining(":"));
        }
    }

    private static Path only(Path folder) throws IOException {
        try (Stream<Path> content = Files.list(there(folder))) {
            return content.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("there is nothing in " + folder));
        }
    }

    private static Path there(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalStateException(
                    "there is no %s: build with 'mvn -Ppeers package', as './stet bench peers' does".formatted(path));
        }
        return path;
    }

    /** This module, in which the build leaves everything. */
    private static Path module() {
        String said = System.getProperty(PROPERTY);
        if (said != null) {
            return Path.of(said);
        }
        try {
            Path code = Path.of(Installed.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolve("..").resolve("..").normalize();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("this code stands nowhere", impossible);
        }
    }
}
