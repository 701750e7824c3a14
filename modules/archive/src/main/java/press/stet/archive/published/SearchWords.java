package press.stet.archive.published;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;

/**
 * Brings copy, and what readers search for, to one form before PostgreSQL takes it apart into words: composed characters (NFC), in
 * lower case by the rules of the language, without invisible characters and without other punctuation than ASCII's. What the
 * database does then no longer depends on the locale it was made with.
 *
 * <p>Scripts that write no spaces between words are given as single characters and overlapping pairs, so that any run of two or
 * more characters is found.
 */
final class SearchWords {

    /** The text search configurations that every PostgreSQL from 15 on has, by ISO 639 code; all other languages go unstemmed. */
    private static final Map<String, String> CONFIGURATIONS = configurations();

    private static final String UNSTEMMED = "simple";

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{ASCII}\\p{L}\\p{M}\\p{N}]+");
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private SearchWords() {}

    /** The name of the text search configuration of a language. */
    static String configuration(Language language) {
        return CONFIGURATIONS.getOrDefault(language.locale().getLanguage(), UNSTEMMED);
    }

    /** Everything in a copy that readers may look for. */
    static String of(Copy copy) {
        Stream<String> facts = Stream.of(
                        Stream.of(copy.headline(), copy.standfirst(), copy.dateline()),
                        copy.bylines().stream(),
                        copy.keywords().stream())
                .flatMap(each -> each);
        Stream<String> body = copy.body().stream().flatMap(SearchWords::texts);
        return prepared(String.join("\n", Stream.concat(facts, body).toList()), copy.language(), true);
    }

    /** What a reader searches for. */
    static String of(String query, Language language) {
        return prepared(query, language, false);
    }

    private static Stream<String> texts(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> Stream.of(paragraph.text());
            case Block.Subheading subheading -> Stream.of(subheading.text());
            case Block.Quote quote -> Stream.of(quote.text(), quote.speaker());
            case Block.Photo photo -> Stream.of(photo.alt(), photo.caption(), photo.credit());
            case Block.Points points -> points.items().stream();
            case Block.Embed embed -> Stream.of(embed.text());
        };
    }

    private static String prepared(String text, Language language, boolean singly) {
        String visible = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .replaceAll("");
        String words = PUNCTUATION.matcher(visible).replaceAll(" ").toLowerCase(language.locale());
        return words.codePoints().anyMatch(SearchWords::isUnspaced)
                ? paired(words.codePoints().toArray(), singly)
                : words;
    }

    private static boolean isUnspaced(int character) {
        return character > 0x7F && WITHOUT_SPACES.contains(UnicodeScript.of(character));
    }

    private static String paired(int[] characters, boolean singly) {
        StringBuilder words = new StringBuilder(characters.length * 3);
        int at = 0;
        while (at < characters.length) {
            int start = at;
            while (at < characters.length && isUnspaced(characters[at])) {
                at++;
            }
            if (at == start) {
                words.appendCodePoint(characters[at++]);
            } else {
                pairs(words.append(' '), characters, start, at, singly);
            }
        }
        return words.toString();
    }

    private static void pairs(StringBuilder words, int[] characters, int start, int end, boolean singly) {
        for (int at = start; at < end; at++) {
            if (singly || end - start == 1) {
                words.appendCodePoint(characters[at]).append(' ');
            }
            if (at + 1 < end) {
                words.appendCodePoint(characters[at])
                        .appendCodePoint(characters[at + 1])
                        .append(' ');
            }
        }
    }

    private static Map<String, String> configurations() {
        Map<String, String> byCode = new HashMap<>(Map.of("nb", "norwegian", "nn", "norwegian"));
        List.of(
                        "ar arabic",
                        "hy armenian",
                        "eu basque",
                        "ca catalan",
                        "da danish",
                        "nl dutch",
                        "en english",
                        "fi finnish",
                        "fr french",
                        "de german",
                        "el greek",
                        "hi hindi",
                        "hu hungarian",
                        "id indonesian",
                        "ga irish",
                        "it italian",
                        "lt lithuanian",
                        "ne nepali",
                        "no norwegian",
                        "pt portuguese",
                        "ro romanian",
                        "ru russian",
                        "sr serbian",
                        "es spanish",
                        "sv swedish",
                        "ta tamil",
                        "tr turkish",
                        "yi yiddish")
                .forEach(each ->
                        byCode.put(Locale.forLanguageTag(each.substring(0, 2)).getLanguage(), each.substring(3)));
        return Map.copyOf(byCode);
    }
}
