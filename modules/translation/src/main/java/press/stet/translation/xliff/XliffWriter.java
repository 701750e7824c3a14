package press.stet.translation.xliff;

import com.ibm.icu.util.ULocale;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import net.sf.okapi.lib.xliff2.core.Directionality;
import net.sf.okapi.lib.xliff2.core.ExtAttribute;
import net.sf.okapi.lib.xliff2.core.MidFileData;
import net.sf.okapi.lib.xliff2.core.Note;
import net.sf.okapi.lib.xliff2.core.StartFileData;
import net.sf.okapi.lib.xliff2.core.StartXliffData;
import net.sf.okapi.lib.xliff2.core.TargetState;
import net.sf.okapi.lib.xliff2.metadata.Meta;
import net.sf.okapi.lib.xliff2.metadata.MetaGroup;
import net.sf.okapi.lib.xliff2.metadata.Metadata;
import net.sf.okapi.lib.xliff2.writer.XLIFFWriter;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.translation.handout.Handout;
import press.stet.translation.handout.Segment;
import press.stet.translation.handout.Sheet;
import press.stet.translation.handout.Unit;
import press.stet.translation.handout.WordCount;

/** Writes a handout as XLIFF 2.1: see {@code docs/xliff.md}. */
public final class XliffWriter {

    private static final String VERSION = "2.1";
    private static final String CATEGORY = "stet";

    /** Of the whole file, so that a target which a tool adds has it too: source and target must not differ in it. */
    private static final QName WHITE_SPACE = new QName(XMLConstants.XML_NS_URI, "space", XMLConstants.XML_NS_PREFIX);

    private static final String FOR_TRANSLATORS =
            "Segments in the state 'final' stand: their source has not changed since they were translated."
                    + " The others are to be done; where one has a target already, its source has changed since, and a note has what the source said before."
                    + " Text is CommonMark: *emphasis*, [words](address of a link). Do not split or merge segments.";

    private final Handout handout;
    private final Sheet sheet;

    private XliffWriter(Handout handout) {
        this.handout = handout;
        this.sheet = Sheet.of(handout);
    }

    /**
     * The document, to be stored in UTF-8.
     *
     * @throws IllegalArgumentException if a text has a character that the document cannot carry
     */
    public static String write(Handout handout) {
        StringWriter document = new StringWriter();
        try (XLIFFWriter writer = new XLIFFWriter()) {
            writer.setLineBreak("\n");
            writer.setUseIndentation(true);
            writer.create(
                    document, handout.source().language().tag(), handout.into().tag());
            new XliffWriter(handout).write(writer);
        }
        return document.toString();
    }

    private void write(XLIFFWriter writer) {
        writer.writeStartDocument(new StartXliffData(VERSION), null);
        StartFileData file = new StartFileData("f1");
        file.setOriginal(new Header(handout.story(), handout.source(), handout.into(), handout.replaces()).original());
        file.setCanResegment(false);
        file.getExtAttributes().setAttribute(new ExtAttribute(WHITE_SPACE, "preserve"));
        file.setSourceDir(direction(handout.source().language()));
        file.setTargetDir(direction(handout.into()));
        writer.writeStartFile(file);
        writer.writeMidFile(about());
        sheet.units().stream()
                .filter(unit -> !unit.segments().isEmpty())
                .map(this::unit)
                .forEach(writer::writeUnit);
        writer.writeEndFile();
        writer.writeEndDocument();
    }

    private MidFileData about() {
        MetaGroup group = group();
        add(group, "story", handout.story().toString());
        add(group, "source", handout.source().toString());
        if (handout.replaces() != null) {
            add(group, "replaces", handout.into() + "@" + handout.replaces());
        }
        add(group, "words", words(sheet.units()));
        add(
                group,
                "words-to-do",
                Integer.toString(WordCount.toDo(sheet.units(), handout.source().language())));
        if (!sheet.leftOut().isEmpty()) {
            add(group, "left-out", listed(sheet.leftOut()));
        }
        MidFileData about = new MidFileData();
        about.setMetadata(metadata(group));
        about.addNote(new Note(FOR_TRANSLATORS));
        return about;
    }

    private net.sf.okapi.lib.xliff2.core.Unit unit(Unit unit) {
        var written = new net.sf.okapi.lib.xliff2.core.Unit(unit.id());
        written.setType("stet:" + unit.kind());
        written.setCanResegment(false);
        written.setSourceDir(direction(handout.source().language()));
        written.setTargetDir(direction(handout.into()));
        written.setTranslate(unit.segments().stream().anyMatch(segment -> segment.state() != Segment.State.FINAL));
        written.setMetadata(metadata(aboutUnit(unit)));
        for (Segment segment : unit.segments()) {
            if (segment.before() != null) {
                written.addNote(before(segment.id(), segment.before()));
            }
            write(segment, written.appendSegment());
        }
        return written;
    }

    private MetaGroup aboutUnit(Unit unit) {
        MetaGroup group = group();
        Block block = unit.block();
        List<BlockId> renders = block == null ? null : block.renders();
        if (renders != null) {
            add(group, "renders", renders.isEmpty() ? "-" : listed(renders));
        }
        add(group, "words", words(List.of(unit)));
        return group;
    }

    private static Note before(String segment, String text) {
        Note note = new Note(asXmlTakes(text), Note.AppliesTo.SOURCE);
        note.setId("before-" + segment);
        note.setCategory("source-before");
        return note;
    }

    private void write(Segment segment, net.sf.okapi.lib.xliff2.core.Segment written) {
        written.setId(segment.id());
        written.setCanResegment(false);
        written.setSource(carried(segment.source()));
        switch (segment.state()) {
            case FINAL -> {
                written.setTarget(carried(segment.target()));
                written.setState(TargetState.FINAL);
            }
            case CHANGED, NEW -> {
                if (!segment.target().isEmpty()) {
                    written.setTarget(carried(segment.target()));
                }
                written.setState(TargetState.INITIAL);
                written.setSubState("stet:" + segment.state().name().toLowerCase(Locale.ROOT));
            }
        }
    }

    /** The library marks places for tags by characters of private use, which it would take for its own. */
    private static String carried(String text) {
        PrivateUse.find(text).ifPresent(character -> {
            throw new IllegalArgumentException(
                    "a text holds U+%04X, a character of private use that XLIFF is not written with here; export Markdown"
                            .formatted(character));
        });
        return text;
    }

    private static String asXmlTakes(String text) {
        return text.codePoints()
                .map(point -> isInXml(point) ? point : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** XML 1.0, 2.2. */
    private static boolean isInXml(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || (point >= ' ' && point < 0xD800)
                || (point >= 0xE000 && point < 0xFFFE)
                || point > 0xFFFF;
    }

    private String words(List<Unit> units) {
        return Integer.toString(WordCount.of(units, handout.source().language()));
    }

    private static String listed(List<BlockId> ids) {
        return ids.stream().map(BlockId::text).collect(Collectors.joining(" "));
    }

    private static Directionality direction(Language language) {
        return ULocale.forLanguageTag(language.tag()).isRightToLeft() ? Directionality.RTL : Directionality.LTR;
    }

    private static MetaGroup group() {
        return new MetaGroup(CATEGORY);
    }

    private static void add(MetaGroup group, String type, String data) {
        group.add(new Meta(type, data));
    }

    private static Metadata metadata(MetaGroup group) {
        Metadata metadata = new Metadata();
        metadata.addGroup(group);
        return metadata;
    }
}
