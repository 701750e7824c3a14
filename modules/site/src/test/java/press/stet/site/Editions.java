package press.stet.site;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.edition.Address;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;

/** Snapshots to put before readers. */
final class Editions {

    static final Language EN = Language.of("en");
    static final Language RU = Language.of("ru");
    static final Language AR = Language.of("ar");
    static final Language HE = Language.of("he");
    static final Section WORLD = new Section("world");
    static final Section SPORT = new Section("sport");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final press.stet.model.Site DAILY = new press.stet.model.Site("daily");

    private Editions() {}

    static StoryId story(int number) {
        return StoryId.of("019c0000-0000-7000-8000-%012x".formatted(number));
    }

    static String path(Snapshot.Live live) {
        return Address.of(live.story(), live.copy()).path();
    }

    /** A paragraph under a headline. */
    static Copy copy(Language language, Section section, String headline, String text) {
        return copy(language, section, headline, List.of(new Block.Paragraph(new BlockId("p1"), null, text)));
    }

    static Copy copy(Language language, Section section, String headline, List<Block> body) {
        return new Copy(language, headline, "", List.of(), "", section, List.of(), null, body);
    }

    /** Everything that copy can have. */
    static Copy everything(Language language, String headline) {
        return new Copy(
                language,
                headline,
                "After six years of works",
                List.of("Ada Reporter", "Ben Writer"),
                "RIGA",
                WORLD,
                List.of("bridge"),
                null,
                List.of(
                        new Block.Paragraph(
                                new BlockId("p1"), null, "It *opens* [at last](https://example.com/at-last)."),
                        new Block.Subheading(new BlockId("s1"), null, "Six years late"),
                        new Block.Quote(new BlockId("q1"), null, "At last.\n\nAt *long* last.", "The mayor"),
                        new Block.Photo(
                                new BlockId("f1"),
                                null,
                                URI.create("https://pictures.example/bridge.jpg"),
                                "A bridge at dawn",
                                "The new bridge",
                                "Cara Camera"),
                        new Block.Points(new BlockId("l1"), null, true, List.of("first", "**second**")),
                        new Block.Points(new BlockId("l2"), null, false, List.of("one", "other")),
                        new Block.Embed(
                                new BlockId("e1"),
                                null,
                                URI.create("https://www.maps.example/1"),
                                "A map of the bridge")));
    }

    static Snapshot.Live live(StoryId story, Copy copy) {
        return live(story, 1, NOON, copy);
    }

    /** Published at noon or when said, and never changed for its readers since. */
    static Snapshot.Live live(StoryId story, long sequence, Instant publishedAt, Copy copy, Correction... corrections) {
        Section section = copy.section();
        return new Snapshot.Live(
                story,
                copy.language(),
                DAILY,
                sequence,
                (int) sequence,
                publishedAt,
                EN,
                new Version(1),
                CanonicalForm.digest(copy),
                section == null ? "" : "The " + section,
                copy,
                publishedAt,
                corrections.length == 0 ? publishedAt : corrections[corrections.length - 1].at(),
                List.of(corrections),
                null,
                null);
    }

    /** A translation whose readers are told that its source has changed. */
    static Snapshot.Live stale(Snapshot.Live live, String told) {
        return new Snapshot.Live(
                live.story(),
                live.language(),
                live.site(),
                live.sequence() + 1,
                live.number() + 1,
                live.at(),
                live.original(),
                live.version(),
                live.digest(),
                live.sectionName(),
                live.copy(),
                live.publishedAt(),
                live.updatedAt(),
                live.corrections(),
                live.notBefore(),
                told);
    }

    /** What the rules should not have let out yet. */
    static Snapshot.Live embargoed(Snapshot.Live live, Instant notBefore) {
        return new Snapshot.Live(
                live.story(),
                live.language(),
                live.site(),
                live.sequence(),
                live.number(),
                live.at(),
                live.original(),
                live.version(),
                live.digest(),
                live.sectionName(),
                live.copy(),
                live.publishedAt(),
                live.updatedAt(),
                live.corrections(),
                notBefore,
                null);
    }

    static Snapshot.Withdrawn withdrawn(StoryId story, Language language, long sequence) {
        return new Snapshot.Withdrawn(
                story, language, DAILY, sequence, (int) sequence, NOON, "We could not stand by it.");
    }

    static Snapshot.Killed killed(StoryId story, Language language, long sequence) {
        return new Snapshot.Killed(story, language, DAILY, sequence, (int) sequence, NOON, "Recalled <for> good.");
    }
}
