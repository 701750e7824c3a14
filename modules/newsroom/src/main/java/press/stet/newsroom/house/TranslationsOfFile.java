package press.stet.newsroom.house;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Section;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;

/**
 * Reads what becomes of a site's stories in other languages.
 *
 * @param where the site stands
 */
record TranslationsOfFile(String where) {

    record Written(
            @Nullable List<String> sections,
            @Nullable List<String> languages,
            @Nullable String within,

            @JsonProperty("while-stale") @Nullable String whileStale,

            @JsonProperty("withdrawn-with-original") boolean withdrawnWithOriginal,

            @JsonProperty("together-within") @Nullable String togetherWithin) {}

    List<TranslationRule> read(HouseFile.WrittenSite site) {
        List<TranslationRule> rules = new ArrayList<>();
        List<Written> written = site.translations() == null ? List.of() : site.translations();
        for (Written each : written) {
            if (!rules.isEmpty() && rules.getLast().sections().isEmpty()) {
                throw refused(
                        "the first rule that is about a section holds, so none may stand behind one for all sections");
            }
            rules.add(rule(each, site));
        }
        return rules;
    }

    private TranslationRule rule(Written written, HouseFile.WrittenSite site) {
        Set<String> sections =
                site.sections() == null ? Set.of() : site.sections().keySet();
        List<String> languages = site.languages() == null ? List.of() : site.languages();
        try {
            return new TranslationRule(
                    each("section", written.sections(), sections, Section::new),
                    each("language", written.languages(), languages, Language::of),
                    duration(written.within()),
                    whileStale(written.whileStale()),
                    written.withdrawnWithOriginal(),
                    duration(written.togetherWithin()));
        } catch (IllegalArgumentException nonsense) {
            throw refused(String.valueOf(nonsense.getMessage()));
        }
    }

    /** Only what the site has, where it says what it has. */
    private <T> Set<T> each(
            String what, @Nullable List<String> written, Iterable<String> known, Function<String, T> meaning) {
        Set<T> site = new HashSet<>();
        known.forEach(text -> site.add(meaning.apply(text)));
        Set<T> given =
                written == null ? Set.of() : written.stream().map(meaning).collect(Collectors.toUnmodifiableSet());
        given.stream()
                .filter(one -> !site.isEmpty() && !site.contains(one))
                .findFirst()
                .ifPresent(unknown -> {
                    throw refused("the site has no " + what + " '" + unknown + "'");
                });
        return given;
    }

    private WhileStale whileStale(@Nullable String written) {
        return switch (written) {
            case null -> WhileStale.KEEP;
            case "keep" -> WhileStale.KEEP;
            case "notice" -> WhileStale.NOTICE;
            case "withdraw" -> WhileStale.WITHDRAW;
            default -> throw refused("'while-stale' is 'keep', 'notice' or 'withdraw', not '" + written + "'");
        };
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : WrittenDuration.read(text);
    }

    private HouseRefused refused(String what) {
        return new HouseRefused(where + ".translations", what);
    }
}
