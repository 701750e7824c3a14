package press.stet.bench.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.testkit.copy.Copies;

/**
 * Writes reports of 340 words, as long as a news agency's usually are, with made-up words as long as a language's real ones. The
 * same seed writes the same reports.
 */
final class Writer {

    static final Language ENGLISH = Language.of("en");
    static final Language GERMAN = Language.of("de");
    static final Language RUSSIAN = Language.of("ru");

    private static final int WORDS = 340;
    private static final int WORDS_A_PARAGRAPH = 28;
    private static final int VOCABULARY = 3_000;

    private static final List<String> LATIN = syllables("bcdfglmnprst", "aeiou");
    private static final List<String> CYRILLIC = syllables("бвгдзклмнпрст", "аеиоуы");

    private final Random random;
    private final List<String> latin;
    private final List<String> cyrillic;

    Writer(long seed) {
        this.random = new Random(seed);
        this.latin = vocabulary(LATIN);
        this.cyrillic = vocabulary(CYRILLIC);
    }

    /** A complete original. */
    Copy original() {
        return new Copy(
                ENGLISH,
                sentence(ENGLISH, 8),
                sentence(ENGLISH, 18),
                List.of("Ada Lind"),
                "Aktau",
                Copies.NEWS,
                List.of(word(ENGLISH), word(ENGLISH), word(ENGLISH)),
                null,
                body(ENGLISH));
    }

    /** The same report for other readers; what is shared with the original is left to it. */
    Copy translation(Language into) {
        return new Copy(into, sentence(into, 8), sentence(into, 18), List.of(), "", null, List.of(), null, body(into));
    }

    /** With one paragraph written anew. */
    Copy revised(Copy copy) {
        List<Block> body = new ArrayList<>(copy.body());
        List<Block.Paragraph> paragraphs = body.stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(Block.Paragraph.class::cast)
                .toList();
        Block.Paragraph old = paragraphs.get(random.nextInt(paragraphs.size()));
        body.set(
                body.indexOf(old),
                new Block.Paragraph(old.id(), old.renders(), sentence(copy.language(), WORDS_A_PARAGRAPH)));
        return new Copy(
                copy.language(),
                copy.headline(),
                copy.standfirst(),
                copy.bylines(),
                copy.dateline(),
                copy.section(),
                copy.keywords(),
                copy.slug(),
                body);
    }

    private List<Block> body(Language language) {
        List<Block> body = new ArrayList<>();
        for (int written = 0; written < WORDS; written += WORDS_A_PARAGRAPH) {
            body.add(Copies.paragraph(sentence(language, Math.min(WORDS_A_PARAGRAPH, WORDS - written))));
        }
        body.add(
                3,
                Copies.photo(
                        language.equals(ENGLISH) ? Copies.PHOTO : null,
                        sentence(language, 6),
                        sentence(language, 9),
                        language.equals(ENGLISH) ? "Stet/B. Sailor" : ""));
        return body;
    }

    private String sentence(Language language, int words) {
        String text = IntStream.range(0, words).mapToObj(_ -> word(language)).collect(Collectors.joining(" "));
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private String word(Language language) {
        List<String> words = language.equals(RUSSIAN) ? cyrillic : latin;
        // Few words come often, most hardly ever.
        double drawn = random.nextDouble();
        return words.get((int) (drawn * drawn * drawn * words.size()));
    }

    private List<String> vocabulary(List<String> syllables) {
        return IntStream.range(0, VOCABULARY)
                .mapToObj(at -> IntStream.range(0, 1 + random.nextInt(at < 50 ? 2 : 4))
                        .mapToObj(_ -> syllables.get(random.nextInt(syllables.size())))
                        .collect(Collectors.joining()))
                .toList();
    }

    private static List<String> syllables(String first, String then) {
        return first.chars()
                .boxed()
                .flatMap(one -> then.chars().mapToObj(other -> Character.toString(one) + Character.toString(other)))
                .toList();
    }
}
