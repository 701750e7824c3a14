package press.stet.site;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import press.stet.archive.published.LanguageCount;
import press.stet.archive.published.LanguageLink;
import press.stet.archive.published.Listing;
import press.stet.archive.published.Page;
import press.stet.archive.published.PublishedStore;
import press.stet.model.Language;
import press.stet.model.copy.Section;

/** Finds what readers ask for in the published store. Safe for use by many threads. */
final class Kiosk {

    private final PublishedStore store;

    Kiosk(PublishedStore store) {
        this.store = store;
    }

    /** {@code /}: the front page in the language that suits the reader best. */
    Answer entrance(Enquiry enquiry) {
        List<Language> published = published();
        if (published.isEmpty()) {
            return new Answer.NothingYet(enquiry.languageOfSite());
        }
        return new Answer.Elsewhere(Paths.front(best(enquiry, published)), false);
    }

    /** {@code /{language}}. */
    Answer front(Enquiry enquiry) {
        Language language = enquiry.language().orElse(null);
        if (language == null) {
            return notFound(enquiry);
        }
        Paging paging = enquiry.paging();
        Listing listing = paged(() -> store.front(language, paging.limit(), paging.after()));
        if (listing.total() == 0 && !Words.speaks(language)) {
            return notFound(enquiry);
        }
        return settled(enquiry, new Answer.Front(listing, paging));
    }

    /** {@code /{language}/{section}}. */
    Answer department(Enquiry enquiry) {
        Language language = enquiry.language().orElse(null);
        Section section = enquiry.section().orElse(null);
        if (language == null || section == null) {
            return notFound(enquiry);
        }
        Paging paging = enquiry.paging();
        Listing listing = paged(() -> store.section(language, section, paging.limit(), paging.after()));
        if (listing.total() == 0) {
            return notFound(enquiry);
        }
        String name = listing.editions().isEmpty()
                ? section.key()
                : listing.editions().getFirst().sectionName();
        return settled(enquiry, new Answer.Department(section, name, listing, paging));
    }

    /** {@code /{language}/{section}/{slug}-{short id}}: language and short id alone find the edition. */
    Answer edition(Enquiry enquiry) {
        Language language = enquiry.language().orElse(null);
        String shortId = enquiry.shortIdOfPage().orElse(null);
        if (language == null || shortId == null) {
            return notFound(enquiry);
        }
        return switch (store.page(shortId, language).orElse(null)) {
            case Page.Live live when enquiry.isAt(live.path()) -> new Answer.Story(live);
            case Page.Live live -> new Answer.Elsewhere(live.path(), true);
            case Page.Gone gone -> new Answer.Gone(gone, false);
            case null -> notFound(enquiry);
        };
    }

    /** {@code /stories/{story}/{language}}: leads to the edition. */
    Answer storyIn(Enquiry enquiry) {
        Language language = enquiry.language().orElse(null);
        if (language == null) {
            return notFound(enquiry);
        }
        return page(enquiry, language).map(page -> leadTo(page, false)).orElseGet(() -> notFound(enquiry));
    }

    /** {@code /stories/{story}}: leads to the edition that suits the reader best; where none is left, says so in that language. */
    Answer story(Enquiry enquiry) {
        List<Language> ever = enquiry.story()
                .map(store::languagesEverOf)
                .or(() -> enquiry.shortIdOfStory().map(store::languagesEverOf))
                .orElse(List.of());
        return page(enquiry, best(enquiry, ever))
                .map(page -> page.languages().isEmpty()
                        ? leadTo(page, true)
                        : new Answer.Elsewhere(bestOf(enquiry, page.languages()).path(), false))
                .orElseGet(() -> notFound(enquiry));
    }

    /** {@code /search?q=&language=}. */
    Answer search(Enquiry enquiry) {
        String words = enquiry.words();
        Language language = enquiry.languageAsked().orElseGet(() -> best(enquiry, published()));
        Paging paging = enquiry.paging();
        Listing listing = words.isEmpty()
                ? new Listing(language, 0, List.of(), null)
                : paged(() -> store.search(words, language, paging.limit(), paging.after()));
        return new Answer.Found(words, listing, paging);
    }

    /** Every other address. */
    Answer nowhere(Enquiry enquiry) {
        return notFound(enquiry);
    }

    /** The page of a story that the path names by its id or its short id. */
    private Optional<Page> page(Enquiry enquiry, Language language) {
        return enquiry.story()
                .flatMap(story -> store.page(story, language))
                .or(() -> enquiry.shortIdOfStory().flatMap(shortId -> store.page(shortId, language)));
    }

    private static Answer leadTo(Page page, boolean chosen) {
        return switch (page) {
            case Page.Live live -> new Answer.Elsewhere(live.path(), false);
            case Page.Gone gone -> new Answer.Gone(gone, chosen);
        };
    }

    /** A list at its one address: {@code /EN/} leads to {@code /en}. */
    private static Answer settled(Enquiry enquiry, Answer.Editions editions) {
        return enquiry.isAt(editions.path()) ? editions : new Answer.Elsewhere(editions.ownPath(), true);
    }

    private static Listing paged(Supplier<Listing> listing) {
        try {
            return listing.get();
        } catch (IllegalArgumentException badCursor) {
            throw new BadRequest("after is the word that the page before gave as next: " + badCursor.getMessage());
        }
    }

    /** The languages that something is published in, the one with the most editions first. */
    private List<Language> published() {
        return store.languages().stream().map(LanguageCount::language).toList();
    }

    private static LanguageLink bestOf(Enquiry enquiry, List<LanguageLink> links) {
        Language best = best(enquiry, links.stream().map(LanguageLink::language).toList());
        return links.stream()
                .filter(link -> link.language().equals(best))
                .findFirst()
                .orElse(links.getFirst());
    }

    private static Language best(Enquiry enquiry, List<Language> offered) {
        return enquiry.languages()
                .bestOf(offered)
                .orElseGet(() -> offered.isEmpty() ? Words.english() : offered.getFirst());
    }

    private static Answer notFound(Enquiry enquiry) {
        return enquiry.noPage(Problem.NOT_FOUND, "");
    }
}
