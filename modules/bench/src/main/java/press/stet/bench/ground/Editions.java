package press.stet.bench.ground;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.edition.Snapshot;
import press.stet.testkit.house.TheHouse;

/**
 * What readers may see of stories that were filed and published one after the other, as the workflow says it: copies of 340 words. The
 * same seed gives the same editions. Not for use by several threads.
 */
public final class Editions {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration BETWEEN = Duration.ofSeconds(90);
    private static final List<String> SECTIONS = List.of("news", "world", "culture", "sport", "courts", "business");

    /** Of the event that publishes a story which is filed, submitted and approved before. */
    private static final long SEQUENCE = 4;

    private final Random random;
    private final Writer writer;
    private int written;

    public Editions(long seed) {
        this.random = new Random(seed);
        this.writer = new Writer(seed);
    }

    /** The next story, in the language that it was written in. */
    public Snapshot.Live next() {
        return original(story());
    }

    /** The next story, in three languages. */
    public List<Snapshot.Live> nextInThree() {
        StoryId story = story();
        Snapshot.Live original = original(story);
        return List.of(original, translated(original, Writer.GERMAN), translated(original, Writer.RUSSIAN));
    }

    /** So many stories more, each in the language that it was written in. */
    public List<Snapshot.Live> next(int count) {
        List<Snapshot.Live> next = new ArrayList<>(count);
        for (int at = 0; at < count; at++) {
            next.add(next());
        }
        return next;
    }

    private Snapshot.Live original(StoryId story) {
        Section section = new Section(SECTIONS.get(random.nextInt(SECTIONS.size())));
        return live(story, filled(writer.original(), null, section));
    }

    private Snapshot.Live translated(Snapshot.Live original, Language into) {
        Copy translation = writer.translation(into);
        return live(
                original.story(),
                filled(translation, original.copy(), original.copy().section()));
    }

    private Snapshot.Live live(StoryId story, Copy copy) {
        Instant at = moment();
        return new Snapshot.Live(
                story,
                copy.language(),
                TheHouse.SITE,
                SEQUENCE,
                1,
                at,
                Writer.ENGLISH,
                Version.FIRST,
                CanonicalForm.digest(copy),
                String.valueOf(copy.section()),
                copy,
                at,
                at,
                List.of(),
                null,
                null);
    }

    /** With blocks named, as the workflow names them, and what is shared with the source filled in. */
    private static Copy filled(Copy copy, @Nullable Copy source, @Nullable Section section) {
        List<Block> body = new ArrayList<>();
        for (Block block : copy.body()) {
            Block named = block.as(new BlockId("b" + (body.size() + 1)), null);
            body.add(source != null && named instanceof Block.Photo photo ? photoOf(source, photo) : named);
        }
        return new Copy(
                copy.language(),
                copy.headline(),
                copy.standfirst(),
                source == null ? copy.bylines() : source.bylines(),
                source == null ? copy.dateline() : source.dateline(),
                section,
                source == null ? copy.keywords() : source.keywords(),
                copy.address(),
                body);
    }

    private static Block photoOf(Copy source, Block.Photo photo) {
        return source.body().stream()
                .filter(Block.Photo.class::isInstance)
                .map(Block.Photo.class::cast)
                .findFirst()
                .map(shared -> (Block) new Block.Photo(
                        photo.id(), null, shared.address(), photo.alt(), photo.caption(), shared.credit()))
                .orElse(photo);
    }

    private StoryId story() {
        written++;
        long millis = moment().toEpochMilli();
        return new StoryId(
                new UUID(millis << 16 | 0x7000 | random.nextInt(0x1000), random.nextLong() >>> 2 | 1L << 63));
    }

    private Instant moment() {
        return FIRST.plus(BETWEEN.multipliedBy(written));
    }
}
