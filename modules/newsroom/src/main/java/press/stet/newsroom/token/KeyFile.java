package press.stet.newsroom.token;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import press.stet.contract.proof.PrivateKeys;

/** The file that keeps the private keys of a newsroom's own issuer. Nobody but its owner may read it: whoever can, can act as anybody. */
public final class KeyFile {

    /** How it is called in a directory of a newsroom's. */
    public static final String NAME = "tokens.key";

    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_ALONE =
            PosixFilePermissions.asFileAttribute(OWNERS);

    private final Path file;

    private KeyFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    public static KeyFile at(Path file) {
        return new KeyFile(file);
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /**
     * The keys in it; made, with the file, where there is none.
     *
     * @throws KeysUnfit if it holds something else, or others may read it
     */
    public PrivateKeys keysOrNew() {
        return exists() ? keys() : made();
    }

    /**
     * The keys in it.
     *
     * @throws KeysUnfit if there is none, it holds something else, or others may read it
     */
    public PrivateKeys keys() {
        if (!exists()) {
            throw new KeysUnfit("there is no file " + file
                    + " with the newsroom's own keys; 'stet ops house' makes it, and has the newsroom trust it");
        }
        try {
            Set<PosixFilePermission> allowed = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            allowed.removeAll(OWNERS);
            if (!allowed.isEmpty()) {
                throw new KeysUnfit("others than its owner may read or change " + file
                        + ", and whoever can act with its keys can act as anybody: chmod 600 it, and if anybody may have read"
                        + " it, replace its keys (docs/security.md)");
            }
            return PrivateKeys.read(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(
                    "Cannot read the keys in " + file + ": " + unreadable.getMessage(), unreadable);
        } catch (IllegalArgumentException other) {
            throw new KeysUnfit("the keys in " + file + " cannot be used: " + other.getMessage());
        }
    }

    /** Writes other keys, wholly or not at all. */
    public void replaceBy(PrivateKeys keys) {
        try {
            Path draft = draft(keys);
            Files.move(draft, file, ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot write keys to " + file + ": " + failed.getMessage(), failed);
        }
    }

    /** Where two make one at once, both have that of the first. */
    private PrivateKeys made() {
        try {
            Path draft = draft(PrivateKeys.made());
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException _) {
                // The other was first.
                return keys();
            } finally {
                Files.delete(draft);
            }
            return keys();
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot make keys in " + file + ": " + failed.getMessage(), failed);
        }
    }

    private Path draft(PrivateKeys keys) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new KeysUnfit(file + " cannot be a file of keys");
        }
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, NAME, ".new", OWNERS_ALONE);
        Files.writeString(draft, keys.written() + "\n");
        return draft;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
