package press.stet.draft.markdown;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.stet.draft.markdown.FrontMatterEntries.Entry;
import press.stet.draft.markdown.FrontMatterEntries.Value;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

/** The front matter of a file in the newsroom's terms. What it says wrongly is told, and taken as if it were not said. */
final class FrontMatter {

    private final Map<FrontMatterKey, Entry> entries;
    private final boolean whole;
    private final Problems problems;
    private final @Nullable Language language;
    private final MarkdownCopy.@Nullable Translates translates;

    private FrontMatter(FrontMatterEntries.Read read, Problems problems) {
        this.entries = read.entries();
        this.whole = read.whole();
        this.problems = problems;
        this.language = required(FrontMatterKey.LANGUAGE, Language::of);
        this.translates = one(FrontMatterKey.TRANSLATES, MarkdownCopy.Translates::of);
        Entry translated = entries.get(FrontMatterKey.TRANSLATES);
        if (translated != null && translates != null && translates.language().equals(language)) {
            problems.add(translated.place(), "copy in " + language + " is no translation of copy in " + language);
        }
    }

    /** Reads the lines between the two {@code ---}; what is wrong with them is added to the problems. */
    static FrontMatter read(String yaml, Problems problems) {
        return new FrontMatter(FrontMatterEntries.read(yaml, problems), problems);
    }

    boolean isTranslation() {
        Entry translated = entries.get(FrontMatterKey.TRANSLATES);
        return translated != null && !translated.isEmpty();
    }

    /** With these blocks below it; null if the front matter has problems. */
    @Nullable MarkdownCopy with(List<Block> body) {
        String headline = required(FrontMatterKey.HEADLINE, Function.identity());
        String standfirst = one(FrontMatterKey.STANDFIRST, Function.identity());
        String dateline = one(FrontMatterKey.DATELINE, Function.identity());
        Section section = one(FrontMatterKey.SECTION, Section::new);
        Slug slug = one(FrontMatterKey.SLUG, Slug::new);
        Version version = one(FrontMatterKey.VERSION, MarkdownCopy::readVersion);
        Site site = one(FrontMatterKey.SITE, Site::new);
        if (language == null || headline == null || !problems.isEmpty()) {
            return null;
        }
        Copy copy = new Copy(
                language,
                headline,
                standfirst == null ? "" : standfirst,
                many(FrontMatterKey.BYLINE),
                dateline == null ? "" : dateline,
                section,
                keywords(),
                slug,
                body);
        return new MarkdownCopy(copy, translates, version, site);
    }

    private <T> @Nullable T required(FrontMatterKey key, Function<String, T> read) {
        Entry entry = entries.get(key);
        if (entry == null) {
            if (whole) {
                problems.add(Place.START, "the front matter lacks '" + key.word() + "'");
            }
            return null;
        }
        if (entry.isEmpty()) {
            problems.add(entry.place(), "'" + key.word() + "' is empty");
            return null;
        }
        return one(key, read);
    }

    private <T> @Nullable T one(FrontMatterKey key, Function<String, T> read) {
        Entry entry = entries.get(key);
        if (entry == null || entry.isEmpty()) {
            return null;
        }
        Value value = entry.values().getFirst();
        try {
            return read.apply(value.text());
        } catch (IllegalArgumentException notOne) {
            problems.add(value.place(), "'" + key.word() + "': " + notOne.getMessage());
            return null;
        }
    }

    private List<String> many(FrontMatterKey key) {
        Entry entry = entries.get(key);
        return entry == null
                ? List.of()
                : entry.values().stream().map(Value::text).toList();
    }

    /** A list, or one text with commas between. */
    private List<String> keywords() {
        List<String> keywords = many(FrontMatterKey.KEYWORDS);
        Entry entry = entries.get(FrontMatterKey.KEYWORDS);
        if (entry == null || entry.isList() || keywords.isEmpty()) {
            return keywords;
        }
        List<String> parts = new ArrayList<>(Arrays.asList(keywords.getFirst().split(",", -1)));
        parts.replaceAll(String::strip);
        parts.removeIf(String::isEmpty);
        return parts;
    }
}
