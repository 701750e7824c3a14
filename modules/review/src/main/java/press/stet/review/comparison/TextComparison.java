package press.stet.review.comparison;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import press.stet.model.Language;

/**
 * One text of a passage, or a fact of the copy, before and after.
 *
 * @param pieces in the order of reading; at least one
 */
public record TextComparison(Role role, List<Piece> pieces) {

    public TextComparison {
        pieces = List.copyOf(pieces);
    }

    public boolean isChanged() {
        return pieces.stream().anyMatch(piece -> !(piece instanceof Piece.Kept));
    }

    public String before() {
        return pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Added))
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    public String after() {
        return pieces.stream()
                .filter(piece -> !(piece instanceof Piece.Removed))
                .map(Piece::text)
                .collect(Collectors.joining());
    }

    /** Texts of the same role are compared with each other, in the order of the roles. */
    static List<TextComparison> of(Map<Role, List<String>> before, Map<Role, List<String>> after, Language language) {
        List<TextComparison> all = new ArrayList<>();
        Map<Role, List<String>> either = new EnumMap<>(Role.class);
        either.putAll(before);
        either.putAll(after);
        either.keySet()
                .forEach(role -> all.addAll(
                        of(role, before.getOrDefault(role, List.of()), after.getOrDefault(role, List.of()), language)));
        return all;
    }

    /** Where some were replaced by others, the first by the first: the words then say how much of it is the same. */
    private static List<TextComparison> of(Role role, List<String> before, List<String> after, Language language) {
        List<TextComparison> texts = new ArrayList<>(after.size());
        SideBySide.walk(before, after, new SideBySide<>() {
            @Override
            public void same(List<String> both) {
                both.forEach(text -> texts.add(of(role, new Piece.Kept(text))));
            }

            @Override
            public void different(List<String> old, List<String> now) {
                int pairs = Math.min(old.size(), now.size());
                for (int at = 0; at < pairs; at++) {
                    texts.add(changed(role, old.get(at), now.get(at), language));
                }
                old.stream().skip(pairs).forEach(text -> texts.add(of(role, new Piece.Removed(text))));
                now.stream().skip(pairs).forEach(text -> texts.add(of(role, new Piece.Added(text))));
            }
        });
        return texts;
    }

    private static TextComparison changed(Role role, String before, String after, Language language) {
        return role.isToldByWords()
                ? new TextComparison(role, Words.compare(before, after, language))
                : new TextComparison(role, Words.replaced(before, after));
    }

    private static TextComparison of(Role role, Piece piece) {
        return new TextComparison(role, List.of(piece));
    }
}
