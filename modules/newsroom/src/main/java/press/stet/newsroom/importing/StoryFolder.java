package press.stet.newsroom.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.draft.markdown.MarkdownReader;
import press.stet.draft.markdown.MarkdownRefused;
import press.stet.model.StoryId;

/**
 * A folder that holds one story, a file per language.
 *
 * @param original the copy that translates nothing, or null where there is none, or more than one
 * @param translations the others, each after the one it was made from
 * @param problems what cannot be brought in, and why
 */
public record StoryFolder(
        StoryId story,
        String name,
        @Nullable MarkdownCopy original,
        List<MarkdownCopy> translations,
        List<String> problems) {

    public StoryFolder {
        translations = List.copyOf(translations);
        problems = List.copyOf(problems);
    }

    /**
     * The stories of a folder, by name.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        }
    }

    /** Reads a story. What cannot be read is among its problems. */
    public static StoryFolder read(Path folder) {
        List<MarkdownCopy> originals = new ArrayList<>();
        List<MarkdownCopy> translations = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(folder, problems)) {
            try {
                MarkdownCopy copy = MarkdownReader.read(file);
                (copy.translates() == null ? originals : translations).add(copy);
            } catch (MarkdownRefused refused) {
                problems.add(String.valueOf(refused.getMessage()));
            } catch (IOException unreadable) {
                problems.add(file + ": cannot be read: " + unreadable.getMessage());
            }
        }
        if (originals.size() != 1) {
            problems.add(folder + ": a story has one original, a file that does not say 'translates'; this has "
                    + originals.size());
        }
        return new StoryFolder(
                idOf(folder),
                String.valueOf(folder.getFileName()),
                originals.size() == 1 ? originals.getFirst() : null,
                inOrder(translations),
                problems);
    }

    private static List<Path> files(Path folder, List<String> problems) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException unreadable) {
            problems.add(folder + ": cannot be listed: " + unreadable.getMessage());
            return List.of();
        }
    }

    /** Translations of translations come after what they were made from. */
    private static List<MarkdownCopy> inOrder(List<MarkdownCopy> translations) {
        List<MarkdownCopy> rest = new ArrayList<>(translations);
        List<MarkdownCopy> ordered = new ArrayList<>();
        while (!rest.isEmpty()) {
            List<MarkdownCopy> next = rest.stream()
                    .filter(copy -> rest.stream().noneMatch(other -> madeFrom(copy, other)))
                    .toList();
            List<MarkdownCopy> taken = next.isEmpty() ? List.copyOf(rest) : next;
            ordered.addAll(taken);
            rest.removeAll(taken);
        }
        return ordered;
    }

    private static boolean madeFrom(MarkdownCopy copy, MarkdownCopy other) {
        return copy.translates() != null
                && copy.translates().language().equals(other.copy().language());
    }

    /**
     * The same folder is the same story, on whatever machine: its id is made from its name and that of the folder it stands
     * in. The time in it is the beginning of all time, so that it is never equal to an id that was minted.
     */
    private static StoryId idOf(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        String name = (parent == null ? "" : parent.getFileName()) + "/" + absolute.getFileName();
        ByteBuffer hash = ByteBuffer.wrap(sha256(name));
        long high = (hash.getLong() & 0xFFFL) | 0x7000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new StoryId(new UUID(high, low));
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-256", absent);
        }
    }
}
