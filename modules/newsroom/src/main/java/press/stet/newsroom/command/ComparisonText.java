package press.stet.newsroom.command;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.review.comparison.Comparison;
import press.stet.review.comparison.Passage;
import press.stet.review.comparison.PassageComparison;
import press.stet.review.comparison.Piece;
import press.stet.review.comparison.Role;
import press.stet.review.comparison.TextComparison;

/**
 * A comparison on a terminal: what changed, and how many blocks between did not. Without colours what was removed stands in {@code [-…-]} and what was added in
 * <code>{+…+}</code>.
 */
final class ComparisonText {

    private static final String BOLD = "\u001B[1m";
    private static final String STRUCK_OUT_IN_RED = "\u001B[9;31m";
    private static final String UNDERLINED_IN_GREEN = "\u001B[4;32m";
    private static final String PLAIN = "\u001B[0m";

    private final boolean coloured;

    ComparisonText(boolean coloured) {
        this.coloured = coloured;
    }

    /** Lines, each with its end. */
    String of(Comparison comparison) {
        if (comparison.findsNothing()) {
            return "Both say the same.\n";
        }
        StringBuilder lines = new StringBuilder();
        List<TextComparison> facts =
                comparison.facts().stream().filter(TextComparison::isChanged).toList();
        if (!facts.isEmpty()) {
            lines.append(heading("about the story")).append(texts(facts));
        }
        int same = 0;
        for (PassageComparison compared : comparison.passages()) {
            String what = what(compared);
            if (what == null) {
                same++;
            } else {
                lines.append(unchanged(same)).append(heading(what)).append(texts(shown(compared)));
                same = 0;
            }
        }
        return lines.append(unchanged(same)).toString();
    }

    /** Null where nothing became of it. */
    private static @Nullable String what(PassageComparison compared) {
        String name = name(compared.passage());
        return switch (compared) {
            case PassageComparison.Same same -> same.move() == null ? null : name + moved(same.move());
            case PassageComparison.Changed changed -> {
                String was = changed.before().kind().word();
                yield name
                        + (was.equals(changed.passage().kind().word()) ? "" : ", was a " + was)
                        + (changed.move() == null ? ", changed" : moved(changed.move()) + " and changed");
            }
            case PassageComparison.Added _ -> name + ", added";
            case PassageComparison.Removed _ -> name + ", removed";
        };
    }

    private static String name(Passage passage) {
        return switch (passage.kind()) {
            case HEADLINE, STANDFIRST -> passage.kind().word();
            case PARAGRAPH, SUBHEADING, QUOTE, PHOTO, LIST, NUMBERED_LIST, EMBED ->
                passage.kind().word() + " " + passage.id();
        };
    }

    private static String moved(PassageComparison.Move move) {
        return ", moved from place " + move.from() + " to " + move.to();
    }

    /** Of what only moved, enough to know it by. */
    private static List<TextComparison> shown(PassageComparison compared) {
        return compared instanceof PassageComparison.Same same
                ? same.texts().stream().limit(1).toList()
                : compared.texts().stream().filter(TextComparison::isChanged).toList();
    }

    private String texts(List<TextComparison> texts) {
        return texts.stream()
                .map(text -> "  " + (text.role() == Role.TEXT ? "" : text.role().word() + ": ")
                        + text.pieces().stream()
                                .map(this::piece)
                                .collect(Collectors.joining())
                                .replace("\n", "\n  ")
                        + "\n")
                .collect(Collectors.joining());
    }

    private String piece(Piece piece) {
        String text = TerminalText.of(piece.text());
        return switch (piece) {
            case Piece.Kept _ -> text;
            case Piece.Removed _ -> coloured ? STRUCK_OUT_IN_RED + text + PLAIN : "[-" + text + "-]";
            case Piece.Added _ -> coloured ? UNDERLINED_IN_GREEN + text + PLAIN : "{+" + text + "+}";
        };
    }

    private String heading(String what) {
        return (coloured ? BOLD + what + PLAIN : what) + "\n";
    }

    private static String unchanged(int blocks) {
        return blocks == 0 ? "" : "  … " + blocks + " unchanged\n";
    }
}
