package press.stet.testkit.guarantee;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;

/** What a translation may have from others: section, bylines, dateline, keywords, and each photo's address and credit. */
final class SharedWith {

    private SharedWith() {}

    /** Whether what is shown is a translation's own copy, but for shared facts that it left out and others give. */
    static boolean isOwnBut(Copy shown, Copy own, List<Copy> others) {
        return shown.language().equals(own.language())
                && shown.headline().equals(own.headline())
                && shown.standfirst().equals(own.standfirst())
                && Objects.equals(shown.slug(), own.slug())
                && isFrom(shown, own, others, Copy::bylines, own.bylines().isEmpty())
                && isFrom(shown, own, others, Copy::dateline, own.dateline().isEmpty())
                && isFrom(shown, own, others, Copy::section, own.section() == null)
                && isFrom(shown, own, others, Copy::keywords, own.keywords().isEmpty())
                && areOwnBut(shown.body(), own.body(), others);
    }

    private static boolean isFrom(
            Copy shown, Copy own, List<Copy> others, Function<Copy, @Nullable Object> fact, boolean open) {
        Object value = fact.apply(shown);
        return Objects.equals(value, fact.apply(own))
                || (open && others.stream().anyMatch(other -> Objects.equals(value, fact.apply(other))));
    }

    private static boolean areOwnBut(List<Block> shown, List<Block> own, List<Copy> others) {
        if (shown.size() != own.size()) {
            return false;
        }
        for (int at = 0; at < own.size(); at++) {
            boolean same = shown.get(at).equals(own.get(at));
            if (!same && !isPictureOf(shown.get(at), own.get(at), others)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPictureOf(Block shown, Block own, List<Copy> others) {
        return shown instanceof Block.Photo picture
                && own instanceof Block.Photo left
                && new Block.Photo(
                                left.id(),
                                left.renders(),
                                picture.address(),
                                left.alt(),
                                left.caption(),
                                picture.credit())
                        .equals(picture)
                && (left.address() == null || left.address().equals(picture.address()))
                && (left.credit().isEmpty() || left.credit().equals(picture.credit()))
                && photos(others).anyMatch(photo -> Objects.equals(photo.address(), picture.address()));
    }

    private static Stream<Block.Photo> photos(List<Copy> copies) {
        return copies.stream()
                .flatMap(copy -> copy.body().stream())
                .filter(Block.Photo.class::isInstance)
                .map(Block.Photo.class::cast);
    }
}
