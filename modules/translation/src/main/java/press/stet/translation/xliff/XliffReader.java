package press.stet.translation.xliff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.okapi.lib.xliff2.XLIFFException;
import net.sf.okapi.lib.xliff2.core.Fragment;
import net.sf.okapi.lib.xliff2.core.Part;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.StartXliffData;
import net.sf.okapi.lib.xliff2.core.Tag;
import net.sf.okapi.lib.xliff2.core.TargetState;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.CanonicalForm;
import press.stet.translation.handout.NotTaken;
import press.stet.translation.handout.Problem;
import press.stet.translation.handout.Returned;

/** Reads XLIFF 2 that came back, whatever tool wrote it. What it says is not yet held against what was handed out. */
public final class XliffReader {

    /** Source, target and what the source said before, of the largest copy, with every character of all three escaped, and as much again of a tool's own. */
    static final int LARGEST = 32 * CanonicalForm.LARGEST;

    private final Map<String, Integer> lines;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Returned> units = new ArrayList<>();
    private @Nullable StartXliffData document;
    private @Nullable Header header;

    private XliffReader(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read
     * @throws NotTaken if it is no XLIFF, or not of an export
     */
    public static XliffFile read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return read(bytes.readNBytes(LARGEST + 1));
        }
    }

    static XliffFile read(byte[] file) {
        if (file.length > LARGEST) {
            throw refused("it is larger than " + LARGEST / CanonicalForm.LARGEST + " MiB, and copy has at most 1 MiB");
        }
        XliffReader reader = new XliffReader(XmlScan.lines(file));
        try (XLIFFReader xliff = new XLIFFReader(XLIFFReader.VALIDATION_MINIMAL)) {
            xliff.open(new ByteArrayInputStream(file));
            while (xliff.hasNext()) {
                reader.take(xliff.next());
            }
        } catch (XLIFFException other) {
            throw refused(
                    "it is no XLIFF 2: " + String.valueOf(other.getMessage()).replace('\n', ' '));
        }
        return reader.file();
    }

    private void take(Event event) {
        switch (event.getType()) {
            case START_XLIFF -> document = event.getStartXliffData();
            case START_FILE -> begin(event.getStartFileData().getOriginal());
            case TEXT_UNIT -> units.add(returned(event.getUnit()));
            case START_DOCUMENT,
                    END_DOCUMENT,
                    END_XLIFF,
                    MID_FILE,
                    END_FILE,
                    SKELETON,
                    START_GROUP,
                    END_GROUP,
                    INSIGNIFICANT_PART -> {
                // Says nothing of the translation.
            }
        }
    }

    private void begin(@Nullable String original) {
        StartXliffData languages = document;
        if (header != null || languages == null) {
            problems.add(new Problem(0, "", "it has more than one 'file': deliver one at a time"));
            return;
        }
        try {
            header = Header.of(original, languages.getSourceLanguage(), languages.getTargetLanguage());
        } catch (IllegalArgumentException other) {
            problems.add(new Problem(0, "", String.valueOf(other.getMessage())));
        }
    }

    private Returned returned(Unit unit) {
        List<Returned.Text> texts = new ArrayList<>();
        for (Part part : unit) {
            if (part instanceof Segment segment) {
                texts.add(text(segment));
            } else if (!plain(part.getSource()).isBlank()) {
                texts.add(new Returned.Text("ignorable", plain(part.getSource()), "", false, false));
            }
        }
        return new Returned(unit.getId(), lines.getOrDefault(unit.getId(), 0), texts);
    }

    private static Returned.Text text(Segment segment) {
        Fragment target = segment.getTarget();
        return new Returned.Text(
                segment.getId() == null ? "" : segment.getId(),
                plain(segment.getSource()),
                target == null ? "" : plain(target),
                segment.getState() != TargetState.INITIAL,
                target != null && hasMarkup(target));
    }

    /** What a tool marks in a text (a term, a remark) is no part of it. */
    private static String plain(Fragment fragment) {
        return fragment.getPlainText();
    }

    private static boolean hasMarkup(Fragment fragment) {
        for (Object piece : fragment) {
            if (!(piece instanceof String) && !(piece instanceof Tag tag && tag.isMarker())) {
                return true;
            }
        }
        return false;
    }

    private XliffFile file() {
        if (header == null || !problems.isEmpty()) {
            throw new NotTaken(problems.isEmpty() ? List.of(new Problem(0, "", "it has no 'file'")) : problems);
        }
        return new XliffFile(header, units);
    }

    private static NotTaken refused(String what) {
        return new NotTaken(List.of(new Problem(0, "", what)));
    }
}
