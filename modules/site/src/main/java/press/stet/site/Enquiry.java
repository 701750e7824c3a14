package press.stet.site;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;

/** What a reader asks for, read from a request. What cannot name anything is empty: there is no such page. */
record Enquiry(Context request) {

    private static final int LONGEST_QUERY = 200;
    private static final int LENGTH_OF_SHORT_ID = 12;
    private static final Pattern SHORT_ID = Pattern.compile("[0-9a-hjkmnp-tv-z]{" + LENGTH_OF_SHORT_ID + "}");

    /** What names the page, where its reader has no say in it but for its form. */
    KeptPages.Address address(Representation representation) {
        String query = request.queryString();
        return new KeptPages.Address(
                query == null ? request.path() : request.path() + "?" + query, representation, takesCompressed());
    }

    boolean takesCompressed() {
        return Preferences.read(request.header("Accept-Encoding")).allow("gzip");
    }

    ReaderLanguages languages() {
        return ReaderLanguages.read(request.header("Accept-Language"));
    }

    /** The language that the path names. */
    Optional<Language> language() {
        return language(request.pathParam("language"));
    }

    /** The language that the query names; empty where it names none. */
    Optional<Language> languageAsked() {
        String tag = request.queryParam("language");
        if (tag == null || tag.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(language(tag)
                .orElseThrow(() ->
                        new BadRequest("language is a BCP 47 tag such as en or pt-BR, got '" + Excerpt.of(tag) + "'")));
    }

    /** The section that the path names. */
    Optional<Section> section() {
        try {
            return Optional.of(new Section(request.pathParam("section")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The short id that ends the path. */
    Optional<String> shortIdOfPage() {
        String page = request.pathParam("page");
        return shortId(page.substring(page.lastIndexOf('-') + 1));
    }

    /** The story that the path names by its id. */
    Optional<StoryId> story() {
        try {
            return Optional.of(StoryId.of(request.pathParam("story")));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** The story that the path names by its short id. */
    Optional<String> shortIdOfStory() {
        return shortId(request.pathParam("story"));
    }

    /** The words to search for, without blanks around them. */
    String words() {
        String words = request.queryParam("q");
        if (words == null) {
            return "";
        }
        if (words.codePointCount(0, words.length()) > LONGEST_QUERY) {
            throw new BadRequest("q is at most " + LONGEST_QUERY + " characters long, got " + words.length());
        }
        return words.strip();
    }

    Paging paging() {
        return Paging.read(request.queryParam("limit"), request.queryParam("after"));
    }

    /** Whether the request's path is this one, however either is encoded. */
    boolean isAt(String path) {
        return Paths.decoded(request.path()).equals(Paths.decoded(path));
    }

    /** The language for what the site itself says: the path's, where the site speaks it, else the one the reader likes best. */
    Language languageOfSite() {
        String first = request.path().split("/", 3)[1];
        return language(first)
                .filter(Words::speaks)
                .or(() -> languages().bestOf(Words.spoken()))
                .orElse(Words.english());
    }

    /**
     * There is no page for this enquiry.
     *
     * @param detail as in {@link Answer.NoPage}
     */
    Answer noPage(Problem problem, String detail) {
        return new Answer.NoPage(problem, languageOfSite(), detail);
    }

    private static Optional<Language> language(String tag) {
        try {
            return Optional.of(Language.of(tag));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    private static Optional<String> shortId(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return SHORT_ID.matcher(lower).matches() ? Optional.of(lower) : Optional.empty();
    }
}
