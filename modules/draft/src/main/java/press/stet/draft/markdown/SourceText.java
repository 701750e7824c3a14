package press.stet.draft.markdown;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file's text, its lines ended by {@code \n} whatever the file has, and the place of every character in it. */
final class SourceText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int[] lineStarts;

    private SourceText(String decoded) {
        String withoutMark =
                !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK ? decoded.substring(1) : decoded;
        this.text = withoutMark.replace("\r\n", "\n").replace('\r', '\n');
        this.lineStarts = lineStarts(text);
    }

    /**
     * Reads UTF-8, with or without a byte order mark.
     *
     * @throws MarkdownRefused if the file is too large, is not UTF-8, or has control characters in it
     */
    static SourceText decode(String file, byte[] bytes) {
        refuseTooLarge(file, bytes.length);
        ByteBuffer from = ByteBuffer.wrap(bytes);
        CharBuffer to = CharBuffer.allocate(bytes.length);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(from, to, true);
        SourceText source = new SourceText(to.flip().toString());
        if (result.isError()) {
            String what = String.format(
                    Locale.ROOT,
                    "byte %d of the file (0x%02X) is not UTF-8: save the file as UTF-8",
                    from.position() + 1,
                    bytes[from.position()]);
            throw new MarkdownRefused(
                    file, List.of(source.place(source.text.length()).problem(what)));
        }
        source.refuseControlCharacters(file);
        return source;
    }

    static void refuseTooLarge(String file, long size) {
        if (size > MarkdownReader.LARGEST_FILE) {
            String what = "the file has " + size + " bytes; copy is read from files of at most "
                    + MarkdownReader.LARGEST_FILE + " bytes";
            throw new MarkdownRefused(file, List.of(Place.START.problem(what)));
        }
    }

    String text() {
        return text;
    }

    /** The place of the character at an index of the text, or of its end. */
    Place place(int index) {
        int found = Arrays.binarySearch(lineStarts, index);
        int line = found >= 0 ? found : -found - 2;
        return new Place(line + 1, text.codePointCount(lineStarts[line], index) + 1);
    }

    private void refuseControlCharacters(String file) {
        Problems problems = new Problems(this);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (isForbidden(character)) {
                problems.add(index, String.format(Locale.ROOT, "a control character (U+%04X): take it out", (int)
                        character));
            }
        }
        if (!problems.isEmpty()) {
            throw problems.refusal(file);
        }
    }

    /** What neither YAML nor XML may carry. */
    private static boolean isForbidden(char character) {
        boolean isSpace = character == '\n' || character == '\t';
        return (Character.isISOControl(character) && !isSpace) || character >= '\uFFFE';
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int lines = 1;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            if (lines == starts.length) {
                starts = Arrays.copyOf(starts, lines * 2);
            }
            starts[lines++] = end + 1;
        }
        return Arrays.copyOf(starts, lines);
    }
}
