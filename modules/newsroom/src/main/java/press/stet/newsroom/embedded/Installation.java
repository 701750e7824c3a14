package press.stet.newsroom.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the parts are made of, apart from any newsroom's data: the unpacked registry and PostgreSQL's programs. They
 * stand where the build put this code, or where the system property {@value #PROPERTY} says.
 */
final class Installation {

    private static final String PROPERTY = "stet.parts";

    private Installation() {}

    /**
     * The registry as the build unpacked it.
     *
     * @throws PartFailed where it is not there
     */
    static Path registry() {
        Path registry = directory().resolve("registry");
        if (!Files.isReadable(registry.resolve("quarkus-run.jar"))) {
            throw new PartFailed(
                    "No schema registry in %s. Build Stet with 'mvn package', or say with -D%s=DIR where it is."
                            .formatted(registry, PROPERTY),
                    null);
        }
        return registry;
    }

    /** The registry's classes as one of its runs on this very JDK left them, if one has. */
    static Path registryClasses() {
        return directory().resolve("registry-%s.classes".formatted(Runtime.version()));
    }

    /** Takes over the classes that a run left, in one step: other newsrooms may be reading them. */
    static void keepRegistryClasses(Path left) throws IOException {
        Path classes = registryClasses();
        Path arriving = Files.createTempFile(classes.getParent(), "registry", ".arriving");
        Files.move(left, arriving, REPLACE_EXISTING);
        Files.move(arriving, classes, ATOMIC_MOVE);
    }

    /**
     * Where PostgreSQL's programs are unpacked at the first start, for every newsroom on this machine. An unpacking
     * that was cut short is taken away: what it left would be taken for whole.
     */
    static Path postgres() throws IOException {
        Path programs = Files.createDirectories(directory().resolve("postgres"));
        for (Path version : list(programs)) {
            if (!Files.exists(version.resolve(".exists"))) {
                deleteUnlessUnpacking(version);
            }
        }
        return programs;
    }

    /** Deletes a directory and what is in it; does nothing where there is none. */
    static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> content = Files.walk(directory)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void deleteUnlessUnpacking(Path version) throws IOException {
        Path lock = version.resolve("epg-lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held != null) {
                delete(version);
            }
        } catch (OverlappingFileLockException _) {
            // Another newsroom of this process unpacks it at this moment.
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> content = Files.list(directory)) {
            return content.toList();
        }
    }

    private static Path directory() {
        String given = System.getProperty(PROPERTY);
        if (given != null) {
            return Path.of(given).toAbsolutePath();
        }
        try {
            Path code = Path.of(Installation.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return code.resolveSibling(".").normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place of Stet's own code is no path", e);
        }
    }
}
