package press.stet.draft.markdown;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

/** Copy made of what is likely to be mistaken for something else, the same for the same seed. */
final class OddText {

    private static final List<String> PIECES = List.of(
            "word",
            "so",
            "Ein",
            "слово",
            "Қала",
            "كلمة",
            "שלום",
            "水",
            "。",
            "カナ",
            "😀",
            "é",
            "e\u0301",
            "\u00A0",
            "\u200F",
            "\u2003",
            "\u2028",
            "\u200B",
            "\uFEFF",
            "1.",
            "12)",
            "1984.",
            "-",
            "- x",
            "+",
            "*",
            "* y",
            "**",
            "***",
            "_",
            "__",
            "*a*",
            "**b**",
            "_c_",
            "#",
            "##",
            "## z",
            "####### q",
            ">",
            "> w",
            "—",
            "— Ada",
            "–",
            "--",
            "---",
            "___",
            "- - -",
            "===",
            "=",
            "~~~",
            "```",
            "``",
            "`",
            "`c`",
            "`` a`b ``",
            "\\",
            "\\\\",
            "\\*",
            "\\-",
            "&",
            "&amp;",
            "&#39;",
            "&copy",
            "<",
            "<b",
            "<div",
            "<div>",
            "</p>",
            "<!-- n -->",
            "<!--",
            "-->",
            "<?x",
            "<!X",
            "<https://a.org>",
            "<a@b.org>",
            "<x:y>",
            "[",
            "]",
            "[a]:",
            "[a]: b",
            "[d](https://e.org)",
            "[f](<https://g.org/h i> \"j\")",
            "[k](l)",
            "![",
            "![m](https://n.org)",
            "!",
            "(",
            ")",
            "|",
            "\\|",
            "a | b",
            "|---|",
            "--- | ---",
            ":-",
            "\"",
            "“",
            "”",
            "„",
            "«",
            "»",
            "'",
            "\"q\"",
            ":",
            "a: b",
            "{",
            "}",
            "%",
            "@",
            "~",
            "null",
            "true",
            "2024",
            ",",
            ";",
            "?",
            "? x",
            "language: en",
            "block: v1-1",
            "\t",
            "    ");

    private static final List<String> GAPS =
            List.of(" ", " ", " ", " ", "", "  ", "\n", "\n", "  \n", "\\\n", "\n\n", "\t\n ", "\r\n");

    private final Random random;

    OddText(long seed) {
        this.random = new Random(seed);
    }

    MarkdownCopy copy() {
        List<Block> body = new ArrayList<>();
        for (int left = random.nextInt(7); left > 0; left--) {
            body.add(block(body.size()));
        }
        return new MarkdownCopy(
                new Copy(
                        one(Language.of("en"), Language.of("no"), Language.of("uz-Cyrl")),
                        "x" + text(),
                        text(),
                        texts(3),
                        text(),
                        orNull(() -> new Section("world")),
                        texts(3),
                        orNull(() -> new Slug("слово-2024")),
                        body),
                orNull(() -> new MarkdownCopy.Translates(Language.of("de"), orNull(() -> new Version(3)))),
                orNull(() -> new Version(12)),
                orNull(() -> new Site("2024")));
    }

    /** A file whose front matter is right, and whose body nobody would write. */
    String file() {
        return Files.below(text() + text(), "", text());
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(9); left > 0; left--) {
            text.append(piece()).append(GAPS.get(random.nextInt(GAPS.size())));
        }
        return text.toString();
    }

    byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(400)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String piece() {
        return PIECES.get(random.nextInt(PIECES.size()));
    }

    private Block block(int place) {
        BlockId id = random.nextBoolean() ? BlockId.NOT_GIVEN : new BlockId("v1-" + place + "--");
        List<BlockId> renders = orNull(() -> IntStream.range(0, random.nextInt(3))
                .mapToObj(source -> new BlockId("s." + source))
                .toList());
        return switch (random.nextInt(6)) {
            case 0 -> new Block.Paragraph(id, renders, text());
            case 1 -> new Block.Subheading(id, renders, text());
            case 2 -> new Block.Quote(id, renders, text(), random.nextBoolean() ? "" : text());
            case 3 -> new Block.Photo(id, renders, URI.create("https://a.org/b_(c)?d=*e*&lt;"), text(), text(), text());
            case 4 -> new Block.Points(id, renders, random.nextBoolean(), texts(12));
            default -> new Block.Embed(id, renders, URI.create("https://a.org/b;c=1?d=--&amp;"), text());
        };
    }

    private List<String> texts(int most) {
        return Stream.generate(this::text).limit(random.nextInt(most)).collect(Collectors.toList());
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextBoolean() ? null : value.get();
    }
}
