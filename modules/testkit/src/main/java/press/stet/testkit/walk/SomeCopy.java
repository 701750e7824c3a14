package press.stet.testkit.walk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.testkit.copy.Copies;

/** Short copy of every kind, most of it complete. */
public final class SomeCopy {

    private static final int MOST_BLOCKS = 5;
    private static final List<String> WORDS = List.of("harbour", "storm", "ferry", "quay", "captain", "noon");

    private final Random random;

    public SomeCopy(Random random) {
        this.random = random;
    }

    /** An original; one in twelve lacks something. */
    public Copy original(Language language) {
        return new Copy(
                language,
                text(language),
                rarely(2) ? "" : text(language),
                rarely(20) ? List.of() : List.of("Ada Lind"),
                rarely(3) ? "" : "Aktau",
                section(),
                rarely(2) ? List.of() : List.of(word()),
                null,
                body(language, true));
    }

    /** A translation that leaves most shared facts to its source. */
    public Copy translation(Language language) {
        return new Copy(
                language,
                text(language),
                rarely(2) ? "" : text(language),
                rarely(6) ? List.of("A translator") : List.of(),
                "",
                rarely(12) ? section() : null,
                List.of(),
                null,
                body(language, rarely(3)));
    }

    /** The copy with one thing changed: its headline, its section, or a block more, less or other. */
    public Copy revised(Copy copy) {
        List<Block> body = new ArrayList<>(copy.body());
        int place = body.isEmpty() ? 0 : random.nextInt(body.size());
        switch (random.nextInt(5)) {
            case 0 -> body.add(place, block(copy.language(), true));
            case 1 -> body.subList(place, Math.min(place + 1, body.size())).clear();
            case 2 -> body.addAll(List.of(block(copy.language(), false)));
            case 3 -> body.replaceAll(block -> block.as(rarely(2) ? BlockId.NOT_GIVEN : block.id(), block.renders()));
            default -> {}
        }
        boolean moved = rarely(8);
        return new Copy(
                copy.language(),
                text(copy.language()),
                copy.standfirst(),
                copy.bylines(),
                copy.dateline(),
                moved ? section() : copy.section(),
                copy.keywords(),
                copy.slug(),
                body);
    }

    private List<Block> body(Language language, boolean whole) {
        List<Block> body = new ArrayList<>();
        for (int count = random.nextInt(MOST_BLOCKS); count > 0; count--) {
            body.add(block(language, whole));
        }
        return body;
    }

    private Block block(Language language, boolean whole) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> Copies.paragraph(text(language));
            case 2 -> Copies.subheading(text(language));
            case 3 -> Copies.quote(text(language), rarely(2) ? "" : word());
            case 4 -> Copies.points(text(language), text(language));
            default ->
                Copies.photo(
                        whole ? URI.create("https://pictures.example/" + word()) : null,
                        text(language),
                        rarely(20) ? "" : text(language),
                        whole ? "Stet" : "");
        };
    }

    private @Nullable Section section() {
        return switch (random.nextInt(20)) {
            case 0 -> null;
            case 1, 2, 3 -> Copies.COURTS;
            default -> Copies.NEWS;
        };
    }

    private String text(Language language) {
        return language + " " + word() + " " + word() + " " + random.nextInt(100);
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private boolean rarely(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
