package press.stet.archive.published;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;

/** Snapshots to fill a published store with. */
final class Editions {

    static final Language EN = Language.of("en");
    static final Language RU = Language.of("ru");
    static final Language AR = Language.of("ar");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Site DAILY = new Site("daily");
    static final Section WORLD = new Section("world");
    static final Section CULTURE = new Section("culture");

    private Editions() {}

    static StoryId story(int number) {
        return StoryId.of("019c0000-0000-7000-8000-%012x".formatted(number));
    }

    static Copy copy(Language language, Section section, String headline, String text) {
        return new Copy(
                language,
                headline,
                "",
                List.of("Ada Reporter"),
                "",
                section,
                List.of(),
                Slug.fromHeadline(headline, language),
                List.of(new Block.Paragraph(new BlockId("p1"), null, text)));
    }

    static Copy everyKindOfBlock() {
        return new Copy(
                EN,
                "Bridge opens",
                "After six years",
                List.of("Ada Reporter", "Ben Writer"),
                "RIGA",
                WORLD,
                List.of("bridge", "traffic"),
                new Slug("bridge-opens"),
                List.of(
                        new Block.Subheading(new BlockId("s1"), null, "Six years late"),
                        new Block.Paragraph(new BlockId("p1"), List.of(), "It *opens* at last."),
                        new Block.Quote(new BlockId("q1"), List.of(new BlockId("q7")), "At last.", "The mayor"),
                        new Block.Photo(
                                new BlockId("f1"),
                                null,
                                URI.create("https://pictures.example/bridge.jpg"),
                                "A bridge at dawn",
                                "The new bridge",
                                "Cara Camera"),
                        new Block.Points(new BlockId("l1"), null, true, List.of("one", "two")),
                        new Block.Embed(new BlockId("e1"), null, URI.create("https://maps.example/1"), "A map")));
    }

    static Snapshot.Live live(StoryId story, long sequence, Instant publishedAt, Copy copy) {
        return live(DAILY, story, sequence, publishedAt, copy);
    }

    static Snapshot.Live live(Site site, StoryId story, long sequence, Instant publishedAt, Copy copy) {
        Section section = copy.section();
        return new Snapshot.Live(
                story,
                copy.language(),
                site,
                sequence,
                (int) sequence,
                publishedAt.plusSeconds(sequence),
                EN,
                new Version(1),
                CanonicalForm.digest(copy),
                section == null ? "" : "The " + section,
                copy,
                publishedAt,
                publishedAt.plusSeconds(sequence),
                List.of(new Correction(NOON, "A name was misspelt.")),
                null,
                null);
    }

    /** A translation whose readers are told that its source has changed. */
    static Snapshot.Live stale(Snapshot.Live live, String told) {
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
        return new Snapshot.Withdrawn(story, language, DAILY, sequence, (int) sequence, NOON, "Withdrawn for now.");
    }

    static Snapshot.Killed killed(StoryId story, Language language, long sequence) {
        return new Snapshot.Killed(story, language, DAILY, sequence, (int) sequence, NOON, "Recalled for good.");
    }
}
