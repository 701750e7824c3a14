package press.stet.translation.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.translation.handout.Desk.RU;
import static press.stet.translation.handout.Desk.aReport;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;

/** Whatever a desk does to a source, and whatever a translator has made of it before, nothing is lost on the way out and back. */
class HandoutWalkTest {

    private static final int WALKS = 1_000;

    @Test
    void a_translation_comes_back_as_it_stood_where_its_source_has_not_changed() {
        for (int seed = 1; seed <= WALKS; seed++) {
            Random random = new Random(seed);
            Copy translation = aTranslation(aReport(), random);
            Handout handout = Desk.goingOn(aReport(), translation);

            assertThat(Sheet.of(handout).leftOut()).as("seed %d", seed).isEmpty();
            Copy back = Delivery.take(handout, Desk.translated(handout));
            assertThat(back.body()).as("seed %d", seed).containsAll(translation.body());
            assertThat(back.headline()).isEqualTo(translation.headline());
        }
    }

    @Test
    void every_block_of_a_new_source_is_rendered_and_no_block_of_the_translation_is_lost_untold() {
        for (int seed = 1; seed <= WALKS; seed++) {
            Random random = new Random(seed);
            Copy translation = aTranslation(aReport(), random);
            Copy source = edited(aReport(), random);
            Handout handout = Desk.goingOn(source, translation);
            Sheet sheet = Sheet.of(handout);

            assertThat(sheet.units()).extracting(Unit::id).as("seed %d", seed).doesNotHaveDuplicates();
            Copy back = Delivery.take(handout, Desk.translated(handout));
            Set<BlockId> rendered = back.body().stream()
                    .filter(block -> block.renders() != null)
                    .flatMap(block -> renders(block).stream())
                    .collect(Collectors.toSet());
            assertThat(rendered)
                    .as("seed %d", seed)
                    .isEqualTo(source.body().stream().map(Block::id).collect(Collectors.toSet()));
            Set<BlockId> kept = new HashSet<>(sheet.leftOut());
            back.body().forEach(block -> kept.add(block.id()));
            assertThat(kept)
                    .as("seed %d", seed)
                    .containsAll(translation.body().stream().map(Block::id).toList());
        }
    }

    @Test
    void what_a_translator_wrote_is_in_the_handout_wherever_its_source_still_stands() {
        for (int seed = 1; seed <= WALKS; seed++) {
            Random random = new Random(seed);
            Copy translation = aTranslation(aReport(), random);
            Sheet sheet = Sheet.of(Desk.goingOn(retyped(aReport(), random), translation));

            String targets = sheet.units().stream()
                    .flatMap(unit -> unit.segments().stream())
                    .map(Segment::target)
                    .collect(Collectors.joining("\n"));
            for (Block block : translation.body()) {
                assertThat(targets).as("seed %d", seed).contains(Texts.of(block).values());
            }
        }
    }

    private static List<BlockId> renders(Block block) {
        List<BlockId> renders = block.renders();
        return renders == null ? List.of() : renders;
    }

    /** One block for each, or for some together, or in between for none or nobody knows which; at times in another order. */
    private static Copy aTranslation(Copy source, Random random) {
        List<Block> body = new ArrayList<>();
        int number = 1;
        for (int at = 0; at < source.body().size(); at++) {
            Block block = source.body().get(at);
            switch (random.nextInt(8)) {
                case 0 -> {
                    int more = Math.min(source.body().size() - at, 1 + random.nextInt(3));
                    List<BlockId> together = source.body().subList(at, at + more).stream()
                            .map(Block::id)
                            .toList();
                    body.add(Desk.paragraph("t" + number, "вместе " + number).as(new BlockId("t" + number), together));
                    at += more - 1;
                }
                case 1 -> {
                    body.add(Desk.paragraph("t" + number, "сами " + number)
                            .as(new BlockId("t" + number), random.nextBoolean() ? List.of() : null));
                    number++;
                    body.add(rendering(block, number));
                }
                case 2 ->
                    body.add(Desk.points("t" + number, "раз " + number, "два", "три")
                            .as(new BlockId("t" + number), List.of(block.id())));
                default -> body.add(rendering(block, number));
            }
            number++;
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(body, random);
        }
        return new Copy(RU, "Гавань", "", List.of(), "", null, List.of(), null, body);
    }

    private static Block rendering(Block block, int number) {
        BlockId id = new BlockId("t" + number);
        List<BlockId> renders = List.of(block.id());
        return switch (block) {
            case Block.Paragraph _ -> new Block.Paragraph(id, renders, "текст " + number);
            case Block.Subheading _ -> new Block.Subheading(id, renders, "заголовок " + number);
            case Block.Quote _ -> new Block.Quote(id, renders, "слова " + number, "кто " + number);
            case Block.Photo _ -> new Block.Photo(id, renders, null, "вид " + number, "подпись " + number, "");
            case Block.Points points ->
                new Block.Points(
                        id,
                        renders,
                        points.numbered(),
                        points.items().stream().map(_ -> "пункт " + number).toList());
            case Block.Embed embed -> new Block.Embed(id, renders, embed.address(), "карта " + number);
        };
    }

    /** Blocks go, come, move and are written anew. */
    private static Copy edited(Copy source, Random random) {
        List<Block> body = new ArrayList<>();
        for (Block block : source.body()) {
            switch (random.nextInt(5)) {
                case 0 -> body.add(Desk.paragraph(block.id().text(), "new " + random.nextInt(9)));
                case 1 -> body.add(Desk.points(block.id().text(), "one " + random.nextInt(9), "two"));
                case 2 -> body.add(Desk.paragraph("n" + body.size(), "more"));
                default -> body.add(block);
            }
        }
        if (random.nextBoolean()) {
            Collections.shuffle(body, random);
        }
        return source.withBody(body);
    }

    /** Every block stays, as one of any type; a list does not become shorter. */
    private static Copy retyped(Copy source, Random random) {
        return source.withBody(
                source.body().stream().map(block -> retyped(block.id(), random)).toList());
    }

    private static Block retyped(BlockId id, Random random) {
        String text = "text " + random.nextInt(100);
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Paragraph(id, null, text);
            case 1 -> new Block.Subheading(id, null, text);
            case 2 -> new Block.Quote(id, null, text, "who");
            case 3 -> new Block.Photo(id, null, URI.create("https://pictures.example/1.jpg"), text, text, "");
            case 4 ->
                new Block.Points(
                        id,
                        null,
                        false,
                        IntStream.range(0, 2 + random.nextInt(3))
                                .mapToObj(at -> text + at)
                                .toList());
            default -> new Block.Embed(id, null, URI.create("https://maps.example/1"), text);
        };
    }
}
