package press.stet.site;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;

/** The languages that a reader reads, most liked first, as {@code Accept-Language} says. */
final class ReaderLanguages {

    private final List<Locale.LanguageRange> ranges;

    private ReaderLanguages(List<Locale.LanguageRange> ranges) {
        this.ranges = List.copyOf(ranges);
    }

    /** A header that cannot be read says nothing. */
    static ReaderLanguages read(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return new ReaderLanguages(List.of());
        }
        try {
            return new ReaderLanguages(Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .toList());
        } catch (IllegalArgumentException malformed) {
            return new ReaderLanguages(List.of());
        }
    }

    /**
     * The first that the reader likes, by the lookup of RFC 4647 ({@code pt-BR} finds {@code pt}); where that finds none, also
     * by its filtering ({@code pt} finds {@code pt-BR}).
     *
     * @param offered in the house's own order, which decides where the reader leaves a choice
     */
    Optional<Language> bestOf(Collection<Language> offered) {
        List<String> tags = offered.stream().map(Language::tag).toList();
        for (Locale.LanguageRange range : ranges) {
            String found = best(range, tags);
            if (found != null) {
                return Optional.of(Language.of(found));
            }
        }
        return Optional.empty();
    }

    private static @Nullable String best(Locale.LanguageRange range, List<String> tags) {
        List<Locale.LanguageRange> one = List.of(range);
        String found = Locale.lookupTag(one, tags);
        return found == null ? Locale.filterTags(one, tags).stream().findFirst().orElse(null) : found;
    }
}
