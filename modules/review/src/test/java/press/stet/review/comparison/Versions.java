package press.stet.review.comparison;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

/** Copy to compare, and what an editor reads of a comparison. */
final class Versions {

    static final Language EN = Language.of("en");

    private Versions() {}

    static Copy copy(Language language, String headline, Block... body) {
        return new Copy(
                language,
                headline,
                "",
                List.of("Ada Lind"),
                "",
                new Section("city"),
                List.of(),
                null,
                Arrays.asList(body));
    }

    static Copy copy(Block... body) {
        return copy(EN, "Harbour reopens", body);
    }

    static Copy withFacts(Copy copy, String standfirst, String section, String slug, String... bylines) {
        return new Copy(
                copy.language(),
                copy.headline(),
                standfirst,
                Arrays.asList(bylines),
                copy.dateline(),
                new Section(section),
                copy.keywords(),
                new Slug(slug),
                copy.body());
    }

    static Block.Paragraph paragraph(String id, String text) {
        return new Block.Paragraph(new BlockId(id), null, text);
    }

    static Block.Photo photo(String id, String address, String caption, String credit) {
        return new Block.Photo(new BlockId(id), null, URI.create(address), "Ships", caption, credit);
    }

    static Block.Points points(String id, String... items) {
        return new Block.Points(new BlockId(id), null, false, Arrays.asList(items));
    }

    /** What became of the passages, a line each that is not as it was: {@code changed a: [-old-]{+new+}}. */
    static List<String> read(Copy before, Copy after) {
        return Comparison.of(before, after).passages().stream()
                .filter(each -> !(each instanceof PassageComparison.Same same && same.move() == null))
                .map(Versions::read)
                .toList();
    }

    private static String read(PassageComparison compared) {
        String id = " " + compared.passage().id();
        return switch (compared) {
            case PassageComparison.Same same -> "moved" + id + " " + places(same.move());
            case PassageComparison.Changed changed ->
                "changed" + id + (changed.move() == null ? "" : " and moved " + places(changed.move()))
                        + (changed.before().kind() == changed.passage().kind()
                                ? ""
                                : " from " + changed.before().kind().word() + " to "
                                        + changed.passage().kind().word())
                        + ": " + texts(changed.texts());
            case PassageComparison.Added added -> "added" + id + ": " + texts(added.texts());
            case PassageComparison.Removed removed -> "removed" + id + ": " + texts(removed.texts());
        };
    }

    private static String places(PassageComparison.@Nullable Move move) {
        return move == null ? "" : move.from() + "→" + move.to();
    }

    private static String texts(List<TextComparison> texts) {
        return texts.stream()
                .filter(TextComparison::isChanged)
                .map(text -> (text.role() == Role.TEXT ? "" : text.role().word() + " ") + signs(text.pieces()))
                .collect(Collectors.joining(" / "));
    }

    static String signs(List<Piece> pieces) {
        return pieces.stream()
                .map(piece -> switch (piece) {
                    case Piece.Kept kept -> kept.text();
                    case Piece.Removed removed -> "[-" + removed.text() + "-]";
                    case Piece.Added added -> "{+" + added.text() + "+}";
                })
                .collect(Collectors.joining());
    }

    /** The facts that are not as they were. */
    static List<String> facts(Copy before, Copy after) {
        return Comparison.of(before, after).facts().stream()
                .filter(TextComparison::isChanged)
                .map(fact -> fact.role().word() + " " + signs(fact.pieces()))
                .toList();
    }

    /** A text changed by words, in a language. */
    static String words(String language, String before, String after) {
        return signs(Words.compare(before, after, Language.of(language)));
    }
}
