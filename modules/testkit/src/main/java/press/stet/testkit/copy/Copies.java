package press.stet.testkit.copy;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;

/** Copy as tools send it: without block ids, complete unless it says otherwise. */
public final class Copies {

    public static final Language EN = Language.of("en");
    public static final Language RU = Language.of("ru");
    public static final Language KK = Language.of("kk");
    public static final Language AR = Language.of("ar");

    public static final Section NEWS = new Section("news");
    public static final Section COURTS = new Section("courts");

    public static final URI PHOTO = URI.create("https://pictures.example/harbour.jpg");

    private Copies() {}

    /** A report in English with every kind of block but an embed, and nothing missing. */
    public static Copy aReport() {
        return aReportIn(EN);
    }

    /** The same report as an original in another language. */
    public static Copy aReportIn(Language language) {
        return new Copy(
                language,
                "Harbour reopens after storm",
                "Ferries sail again from noon.",
                List.of("Ada Lind"),
                "Aktau",
                NEWS,
                List.of("harbour", "storm"),
                null,
                List.of(
                        paragraph("The harbour reopened at noon."),
                        subheading("Two days without a ferry"),
                        paragraph("No ship had left since Monday."),
                        quote("We are glad to sail.", "A captain"),
                        photo("Ships at the quay", "The first ferry leaves."),
                        points("Three ferries a day", "No lorries yet")));
    }

    /** The report in another language; what is shared with the source is left to it. */
    public static Copy aTranslation(Language into) {
        return new Copy(
                into,
                into + ": harbour reopens",
                into + ": ferries sail again",
                List.of(),
                "",
                null,
                List.of(),
                null,
                List.of(
                        paragraph(into + ": reopened at noon"),
                        subheading(into + ": two days"),
                        paragraph(into + ": no ship since Monday"),
                        quote(into + ": glad to sail", into + ": a captain"),
                        photo(null, into + ": ships", into + ": the first ferry", ""),
                        points(into + ": three ferries", into + ": no lorries")));
    }

    public static Block.Paragraph paragraph(String text) {
        return new Block.Paragraph(BlockId.NOT_GIVEN, null, text);
    }

    public static Block.Subheading subheading(String text) {
        return new Block.Subheading(BlockId.NOT_GIVEN, null, text);
    }

    public static Block.Quote quote(String text, String speaker) {
        return new Block.Quote(BlockId.NOT_GIVEN, null, text, speaker);
    }

    public static Block.Points points(String... items) {
        return new Block.Points(BlockId.NOT_GIVEN, null, false, List.of(items));
    }

    public static Block.Embed embed(String address, String text) {
        return new Block.Embed(BlockId.NOT_GIVEN, null, URI.create(address), text);
    }

    public static Block.Photo photo(String alt, String caption) {
        return photo(PHOTO, alt, caption, "Stet/B. Sailor");
    }

    public static Block.Photo photo(@Nullable URI address, String alt, String caption, String credit) {
        return new Block.Photo(BlockId.NOT_GIVEN, null, address, alt, caption, credit);
    }
}
