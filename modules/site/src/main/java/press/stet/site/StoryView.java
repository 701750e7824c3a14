package press.stet.site;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.util.ULocale;
import gg.jte.html.HtmlContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.archive.published.LanguageLink;
import press.stet.archive.published.Page;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.model.edition.Snapshot;

/**
 * An edition as its page shows it.
 *
 * @param updated null where it never changed for its readers
 * @param corrected when it was last corrected; null where it never was
 * @param stale that its source has changed since it was translated; null where readers are not told
 * @param corrections newest first
 * @param otherLanguages in which the story can be read too
 */
record StoryView(
        String sectionName,
        String sectionPath,
        String headline,
        String standfirst,
        String bylines,
        String dateline,
        Times.Written published,
        Times.@Nullable Written updated,
        Times.@Nullable Written corrected,
        @Nullable String stale,
        List<HtmlContent> body,
        List<Note> corrections,
        List<Sibling> otherLanguages) {

    /** What was put right, and when. */
    record Note(Times.Written at, String text) {}

    /** The story in another language. */
    record Sibling(String tag, String dir, String languageName, String headline, String path) {

        static Sibling of(LanguageLink link) {
            return new Sibling(
                    link.language().tag(),
                    LanguageNames.dir(link.language()),
                    LanguageNames.own(link.language()),
                    link.headline(),
                    link.path());
        }

        static List<Sibling> besides(Language language, List<LanguageLink> links) {
            return links.stream()
                    .filter(link -> !link.language().equals(language))
                    .map(Sibling::of)
                    .toList();
        }
    }

    static StoryView of(Page.Live page, Words words, Times times) {
        Snapshot.Live snapshot = page.snapshot();
        Copy copy = snapshot.copy();
        List<Note> corrections = snapshot.corrections().reversed().stream()
                .map(correction -> new Note(times.full(correction.at()), correction.note()))
                .toList();
        return new StoryView(
                snapshot.sectionName(),
                page.path().substring(0, page.path().lastIndexOf('/')),
                copy.headline(),
                copy.standfirst(),
                joined(copy.bylines(), snapshot.language()),
                copy.dateline(),
                times.full(snapshot.publishedAt()),
                snapshot.updatedAt().isAfter(snapshot.publishedAt()) ? times.full(snapshot.updatedAt()) : null,
                corrections.isEmpty() ? null : corrections.getFirst().at(),
                snapshot.stale(),
                body(copy.body(), new BlockMarkup(snapshot.language(), words)),
                corrections,
                Sibling.besides(snapshot.language(), page.languages()));
    }

    /** The first picture of a body, for those who show a link to the page. */
    static Optional<String> picture(Snapshot.Live snapshot) {
        for (Block block : snapshot.copy().body()) {
            if (block instanceof Block.Photo photo && photo.address() != null) {
                return Optional.of(photo.address().toASCIIString());
            }
        }
        return Optional.empty();
    }

    private static List<HtmlContent> body(List<Block> blocks, BlockMarkup markup) {
        List<HtmlContent> body = new ArrayList<>(blocks.size());
        for (Block block : blocks) {
            body.add(markup.of(block));
        }
        return List.copyOf(body);
    }

    /** Names as the language lists them, each kept apart from the direction of the text around it. */
    private static String joined(List<String> names, Language language) {
        return ListFormatter.getInstance(ULocale.forLanguageTag(language.tag()))
                .format(names.stream().map(name -> "\u2068" + name + "\u2069").toList());
    }
}
