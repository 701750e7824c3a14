package press.stet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.archive.published.Listing;
import press.stet.archive.published.Page;
import press.stet.model.Language;
import press.stet.model.copy.Section;

/** What the site has for a reader, before it is written as a page or as JSON. */
sealed interface Answer {

    /** The status of RFC 9110 that goes with it. */
    int status();

    /** An edition that readers may see. */
    record Story(Page.Live page) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /**
     * An edition that readers may see no longer.
     *
     * @param chosen whether the languages that the reader reads had a say in which edition it is
     */
    record Gone(Page.Gone page, boolean chosen) implements Answer {
        @Override
        public int status() {
            return 410;
        }
    }

    /** A list of editions in one language. */
    sealed interface Editions extends Answer {

        Paging paging();

        Listing listing();

        /** The address of the list, without its paging. */
        String path();

        /** What tells this list from others at the path, as a query's parameters; empty where nothing does. */
        String query();

        @Override
        default int status() {
            return 200;
        }

        default Language language() {
            return listing().language();
        }

        /** The address of the page after this one; null on the last. */
        default @Nullable String nextPath() {
            return listing().next() == null ? null : at(paging().after(listing().next()));
        }

        /** The address of the first page. */
        default String firstPath() {
            return at(new Paging(paging().limit(), null));
        }

        /** The address of this very page. */
        default String ownPath() {
            return at(paging());
        }

        private String at(Paging paging) {
            String parameters = String.join(
                    "&",
                    List.of(query(), paging.query()).stream()
                            .filter(each -> !each.isEmpty())
                            .toList());
            return parameters.isEmpty() ? path() : path() + "?" + parameters;
        }
    }

    /** The newest editions in a language. */
    record Front(Listing listing, Paging paging) implements Editions {
        @Override
        public String path() {
            return Paths.front(language());
        }

        @Override
        public String query() {
            return "";
        }
    }

    /** The newest editions of a section. */
    record Department(Section section, String name, Listing listing, Paging paging) implements Editions {
        @Override
        public String path() {
            return Paths.section(language(), section);
        }

        @Override
        public String query() {
            return "";
        }
    }

    /** The editions that a reader's words were found in. */
    record Found(String words, Listing listing, Paging paging) implements Editions {
        @Override
        public String path() {
            return "/search";
        }

        @Override
        public String query() {
            return Paths.query("q", words) + "&"
                    + Paths.query("language", language().tag());
        }
    }

    /** Nothing is published in any language. */
    record NothingYet(Language language) implements Answer {
        @Override
        public int status() {
            return 200;
        }
    }

    /**
     * What was asked for stands elsewhere.
     *
     * @param forGood whether it was the edition's own address that was not quite right, and not a way to choose one
     */
    record Elsewhere(String path, boolean forGood) implements Answer {
        @Override
        public int status() {
            return forGood ? 308 : 303;
        }
    }

    /**
     * There is no page to give.
     *
     * @param detail what was wrong with the request, for whoever sent it; empty where the problem says it all
     */
    record NoPage(Problem problem, Language language, String detail) implements Answer {
        @Override
        public int status() {
            return problem.status();
        }
    }
}
