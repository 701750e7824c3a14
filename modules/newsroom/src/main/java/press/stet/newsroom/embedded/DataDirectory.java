package press.stet.newsroom.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The directory that keeps everything a newsroom on one machine knows, held by one newsroom at a time.
 *
 * <pre>
 * format       the version of this layout, so that later builds recognise the data of older ones
 * lock         locked while a newsroom runs, and names its process
 * ports        the ports of the parts, kept from start to start where they are still free
 * kafka/       the broker's log, and with it every command and every event
 * postgres/    the archive, and the registry's schemas
 * streams/     the workflow's state, which can be restored from the log
 * logs/        what the parts say
 * tokens.key   the private keys that the newsroom's own tokens are signed with
 * </pre>
 *
 * The lock is the operating system's: it ends with the process, however that ends.
 */
public final class DataDirectory implements AutoCloseable {

    private static final int FORMAT = 1;
    private static final String FORMAT_FILE = "format";
    private static final String FORMAT_DRAFT = "format.new";
    private static final String LOCK_FILE = "lock";

    /**
     * Those held by this process: closing any channel to a file gives up all its locks, so the file of one of these is
     * never opened.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel lock;
    private final Ports ports;

    private DataDirectory(Path directory, FileChannel lock) throws IOException {
        this.directory = directory;
        this.lock = lock;
        this.ports = new Ports(directory.resolve("ports"));
    }

    /**
     * Takes the directory for this process, and lays it out where it is new.
     *
     * @throws DataDirectoryInUse where another newsroom holds it
     * @throws NotNewsroomData where it holds something else, or the data of a newer build
     * @throws UncheckedIOException where it cannot be read or written
     */
    public static DataDirectory open(Path given) {
        try {
            Path directory = Files.createDirectories(given.toAbsolutePath()).toRealPath();
            recognise(directory);
            if (!HELD.add(directory)) {
                throw new DataDirectoryInUse(
                        directory, OptionalLong.of(ProcessHandle.current().pid()));
            }
            try {
                return laidOut(directory);
            } catch (IOException | RuntimeException e) {
                HELD.remove(directory);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep a newsroom's data in " + given + ": " + e.getMessage(), e);
        }
    }

    /** The directory itself, absolute and without links. */
    public Path path() {
        return directory;
    }

    /** The ports of the parts. */
    public Ports ports() {
        return ports;
    }

    /** Where the workflow keeps its state; all of it can be restored from Kafka. */
    public Path streams() {
        return directory.resolve("streams");
    }

    /** Where the private keys of the newsroom's own issuer are kept. */
    public Path tokensKey() {
        return directory.resolve("tokens.key");
    }

    /** Where the parts write what they have to say. */
    public Path logs() {
        return directory.resolve("logs");
    }

    Path kafka() {
        return directory.resolve("kafka");
    }

    Path postgres() {
        return directory.resolve("postgres");
    }

    /** A log file for this start; that of the start before is kept beside it. */
    Path freshLog(String name) {
        Path log = logs().resolve(name + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(log, logs().resolve(name + ".previous.log"), REPLACE_EXISTING);
            }
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot put " + log + " aside: " + e.getMessage(), e);
        }
    }

    /** Lets another newsroom have it. Stop every part first. */
    @Override
    public void close() {
        try {
            lock.close();
            HELD.remove(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot let go of " + directory + ": " + e.getMessage(), e);
        }
    }

    private static void recognise(Path directory) throws IOException {
        Path format = directory.resolve(FORMAT_FILE);
        if (Files.exists(format)) {
            String written = Files.readString(format).strip();
            if (!written.equals(Integer.toString(FORMAT))) {
                throw NotNewsroomData.ofAnotherFormat(directory, written, FORMAT);
            }
            return;
        }
        try (Stream<Path> content = Files.list(directory)) {
            if (content.anyMatch(file -> !file.endsWith(LOCK_FILE) && !file.endsWith(FORMAT_DRAFT))) {
                throw NotNewsroomData.somethingElse(directory);
            }
        }
    }

    private static DataDirectory laidOut(Path directory) throws IOException {
        FileChannel lock = FileChannel.open(directory.resolve(LOCK_FILE), CREATE, READ, WRITE);
        try {
            if (lock.tryLock() == null) {
                throw new DataDirectoryInUse(directory, holder(lock));
            }
            lock.truncate(0);
            lock.write(UTF_8.encode(ProcessHandle.current().pid() + "\n"), 0);
            Path format = directory.resolve(FORMAT_FILE);
            if (!Files.exists(format)) {
                // Copy that is not out yet is nobody else's on this machine.
                Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
                Path draft = Files.writeString(directory.resolve(FORMAT_DRAFT), FORMAT + "\n");
                Files.move(draft, format, ATOMIC_MOVE);
            }
            for (String part : List.of("kafka", "streams", "logs")) {
                Files.createDirectories(directory.resolve(part));
            }
            return new DataDirectory(directory, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static OptionalLong holder(FileChannel lock) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(32);
        lock.read(text, 0);
        String pid = UTF_8.decode(text.flip()).toString().strip();
        return pid.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(pid)) : OptionalLong.empty();
    }
}
