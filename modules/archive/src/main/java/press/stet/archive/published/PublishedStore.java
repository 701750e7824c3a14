package press.stet.archive.published;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;

/**
 * Reads what is published. Safe for use by many threads.
 *
 * <p>Every method asks the database once or twice and throws {@link org.jdbi.v3.core.JdbiException} while that is away.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class PublishedStore {

    /** The most editions on one page of a list. */
    public static final int LONGEST_PAGE = 200;

    private final Jdbi jdbi;

    public PublishedStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The page that an address names by its short id; empty where nothing was ever public. */
    public Optional<Page> page(String shortId, Language language) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /** The page of an edition; empty where nothing was ever public. */
    public Optional<Page> page(StoryId story, Language language) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /** The live editions of a story, in the order of their languages. */
    public List<LanguageLink> languagesOf(StoryId story) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /**
     * The live editions in a language.
     *
     * @param limit 1 to {@value #LONGEST_PAGE}
     * @param after {@link Listing#next} of the page before, or null for the first page
     * @throws IllegalArgumentException if {@code after} is no such word, or {@code limit} out of range
     */
    public Listing front(Language language, int limit, @Nullable String after) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /**
     * The live editions of a section in a language; parameters as those of {@link #front}.
     *
     * @throws IllegalArgumentException if {@code after} is no such word, or {@code limit} out of range
     */
    public Listing section(Language language, Section section, int limit, @Nullable String after) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /**
     * The live editions in a language that a reader's words are found in; parameters as those of {@link #front}.
     *
     * @throws IllegalArgumentException if {@code after} is no such word, or {@code limit} out of range
     */
    public Listing search(String query, Language language, int limit, @Nullable String after) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /** The languages that something is published in, the one with the most editions first. */
    public List<LanguageCount> languages() {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }

    /** The sections that something is published in, in one language, the one with the most editions first. */
    public List<SectionLink> sections(Language language) {
        throw new UnsupportedOperationException("not in the store yet: " + jdbi);
    }
}
