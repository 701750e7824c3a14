package press.stet.translation.handout;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;

/** A report and its translation, what a desk does to them, and a translator. */
public final class Desk {

    public static final StoryId STORY = StoryId.of("0199a000-0000-7000-8000-000000000001");
    public static final Language EN = Language.of("en");
    public static final Language RU = Language.of("ru");

    private Desk() {}

    /** Every kind of block, its blocks named {@code s1} to {@code s6}. */
    public static Copy aReport() {
        return new Copy(
                EN,
                "Harbour reopens after storm",
                "Ferries sail again from noon.",
                List.of("Ada Lind"),
                "Aktau",
                new Section("news"),
                List.of("harbour"),
                null,
                List.of(
                        paragraph("s1", "The harbour *reopened* at noon."),
                        subheading("s2", "Two days without a ferry"),
                        new Block.Quote(new BlockId("s3"), null, "We are glad to sail.", "A captain"),
                        new Block.Photo(
                                new BlockId("s4"),
                                null,
                                URI.create("https://pictures.example/1.jpg"),
                                "Ships at the quay",
                                "The first ferry leaves.",
                                "B. Sailor"),
                        points("s5", "Three ferries a day", "No lorries yet"),
                        new Block.Embed(
                                new BlockId("s6"),
                                null,
                                URI.create("https://maps.example/1"),
                                "A map of the harbour.")));
    }

    /** Block by block, its blocks named {@code t1} to {@code t6}. */
    public static Copy aTranslation() {
        return new Copy(
                RU,
                "Гавань открыта",
                "Паромы ходят с полудня.",
                List.of(),
                "",
                null,
                List.of(),
                null,
                List.of(
                        paragraph("t1", "Гавань *открылась* в полдень.").as(new BlockId("t1"), ids("s1")),
                        subheading("t2", "Два дня без парома").as(new BlockId("t2"), ids("s2")),
                        new Block.Quote(new BlockId("t3"), ids("s3"), "Мы рады.", "Капитан"),
                        new Block.Photo(new BlockId("t4"), ids("s4"), null, "Суда", "Первый паром.", ""),
                        points("t5", "Три парома в день", "Грузовиков нет").as(new BlockId("t5"), ids("s5")),
                        new Block.Embed(new BlockId("t6"), ids("s6"), URI.create("https://maps.example/1"), "Карта.")));
    }

    public static Handout anew(Copy report) {
        return new Handout(STORY, new Source(EN, new Version(1)), report, RU, null, null);
    }

    /** The translation of the report goes on from version 2 of it, now that the report says something else. */
    public static Handout goingOn(Copy now, Copy translation) {
        return new Handout(
                STORY,
                new Source(EN, new Version(3)),
                now,
                RU,
                new Version(2),
                new Handout.Standing(translation, aReport()));
    }

    public static Copy edited(Copy copy, String id, @Nullable Block block) {
        return withBody(copy, body -> {
            List<Block> blocks = new ArrayList<>();
            for (Block each : body) {
                if (!each.id().text().equals(id)) {
                    blocks.add(each);
                } else if (block != null) {
                    blocks.add(block);
                }
            }
            return blocks;
        });
    }

    public static Copy withBody(Copy copy, UnaryOperator<List<Block>> edit) {
        return copy.withBody(edit.apply(new ArrayList<>(copy.body())));
    }

    public static Block.Paragraph paragraph(String id, String text) {
        return new Block.Paragraph(new BlockId(id), null, text);
    }

    public static Block.Subheading subheading(String id, String text) {
        return new Block.Subheading(new BlockId(id), null, text);
    }

    public static Block.Points points(String id, String... items) {
        return new Block.Points(new BlockId(id), null, false, Arrays.asList(items));
    }

    public static List<BlockId> ids(String... ids) {
        return Arrays.stream(ids).map(BlockId::new).toList();
    }

    /** What a translator sends back: what stands as it stands, and for the rest the source in brackets. */
    public static List<Returned> translated(Handout handout) {
        return Sheet.of(handout).units().stream()
                .filter(unit -> !unit.segments().isEmpty())
                .map(unit -> new Returned(
                        unit.id(),
                        7,
                        unit.segments().stream().map(Desk::translated).toList()))
                .toList();
    }

    private static Returned.Text translated(Segment segment) {
        return segment.isToDo()
                ? new Returned.Text(segment.id(), segment.source(), "[" + segment.source() + "]", true, false)
                : new Returned.Text(segment.id(), segment.source(), segment.target(), true, false);
    }

    /** The sheet as one reads it: {@code s1 text NEW}, a line for each segment that is to be done. */
    public static List<String> toDo(Handout handout) {
        return Sheet.of(handout).units().stream()
                .flatMap(unit -> unit.segments().stream()
                        .filter(Segment::isToDo)
                        .map(segment -> unit.id() + " " + segment.id() + " " + segment.state()))
                .toList();
    }

    public static List<String> order(Handout handout) {
        return Sheet.of(handout).units().stream().map(Unit::id).toList();
    }
}
