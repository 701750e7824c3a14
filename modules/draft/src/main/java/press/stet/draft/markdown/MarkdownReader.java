package press.stet.draft.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads copy that its writer keeps in a Markdown file.
 *
 * <p>A file begins with a line {@code ---}, YAML front matter and another line {@code ---}. The keys are those that
 * {@code language}, {@code headline}, {@code standfirst}, {@code section}, {@code byline} (one or a list), {@code dateline},
 * {@code slug}, {@code keywords} (a list, or one text with commas), {@code translates} ({@code en} or {@code en@3}),
 * {@code version} and {@code site} name; the first two must be there. Below stands CommonMark:
 *
 * <ul>
 *   <li>paragraphs; how their lines are wrapped is not kept, hard line breaks are;
 *   <li>{@code ##} subheadings;
 *   <li>{@code >} quotes, whose last line may be {@code — Speaker};
 *   <li>lists of one level, {@code -} or {@code 1.};
 *   <li>pictures alone in a paragraph, {@code ![alt](https address "caption | credit")}; a translation may leave out address
 *       ({@code <>}) and credit, which it shares with its source;
 *   <li>a comment on a line of its own. {@code <!-- block: v1-3 -->} above a block is the id it is known by; keep it while the
 *       block is still the same, and a block without one is matched with the version before, or new. In a translation
 *       {@code renders: v1-2, v1-3} there names the source's blocks that it stands for, and {@code renders: -} says that it
 *       was added for its readers. {@code embed: https://…} makes the paragraph below the text of an embed. Every other
 *       comment is its writer's own and goes nowhere.
 * </ul>
 *
 * <p>Text of a block stays the CommonMark source that it was written as; names (speaker, credit, alt text) and everything in the
 * front matter are plain words. Empty paragraphs are nothing. Whatever else Markdown can say is refused with its place.
 *
 * <p>Thread-safe.
 */
public final class MarkdownReader {

    /** In bytes: the largest copy, with room for front matter, labels and escapes. */
    public static final int LARGEST_FILE = 4 << 20;

    private static final String FENCE = "---";

    private MarkdownReader() {}

    /**
     * Reads a file.
     *
     * @throws MarkdownRefused if it cannot be taken as copy
     * @throws IOException if it cannot be read
     */
    public static MarkdownCopy read(Path file) throws IOException {
        SourceText.refuseTooLarge(file.toString(), Files.size(file));
        return read(file.toString(), Files.readAllBytes(file));
    }

    /**
     * Reads the bytes of a file.
     *
     * @param file its name, for the messages
     * @throws MarkdownRefused if it cannot be taken as copy
     */
    public static MarkdownCopy read(String file, byte[] bytes) {
        SourceText source = SourceText.decode(file, bytes);
        Problems problems = new Problems(source);
        String text = source.text();
        int yamlStart = lineEnd(text, 0);
        int yamlEnd = isFence(text, 0) ? closingFence(text, yamlStart) : -1;
        if (yamlEnd < 0) {
            problems.add(
                    Place.START,
                    "copy begins with a line ---, its front matter (at least language and headline) and another line ---");
            throw problems.refusal(file);
        }
        FrontMatter frontMatter = FrontMatter.read(text.substring(yamlStart, yamlEnd), problems);
        int bodyStart = lineEnd(text, yamlEnd);
        var blocks = new BodyReader(source, bodyStart, frontMatter.isTranslation(), problems).read();
        MarkdownCopy copy = frontMatter.with(blocks);
        if (copy == null) {
            throw problems.refusal(file);
        }
        return copy;
    }

    private static int closingFence(String text, int from) {
        int line = from;
        while (line < text.length() && !isFence(text, line)) {
            line = lineEnd(text, line);
        }
        return line < text.length() ? line : -1;
    }

    private static boolean isFence(String text, int line) {
        return CanonicalText.trimmed(text.substring(line, lineEnd(text, line)).replace("\n", ""))
                .equals(FENCE);
    }

    /** Behind the line that begins here. */
    private static int lineEnd(String text, int line) {
        int end = text.indexOf('\n', line);
        return end < 0 ? text.length() : end + 1;
    }
}
