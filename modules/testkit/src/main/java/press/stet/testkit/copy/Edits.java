package press.stet.testkit.copy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;

/** What a desk does to copy. */
public final class Edits {

    private Edits() {}

    /** The copy after these edits, one after the other. */
    @SafeVarargs
    public static Copy edited(Copy copy, UnaryOperator<Copy>... edits) {
        Copy next = copy;
        for (UnaryOperator<Copy> edit : edits) {
            next = edit.apply(next);
        }
        return next;
    }

    public static UnaryOperator<Copy> headline(String headline) {
        return copy -> of(copy, headline, copy.bylines(), copy.dateline(), copy.section(), copy.slug(), copy.body());
    }

    public static UnaryOperator<Copy> bylines(String... bylines) {
        return copy ->
                of(copy, copy.headline(), List.of(bylines), copy.dateline(), copy.section(), copy.slug(), copy.body());
    }

    public static UnaryOperator<Copy> dateline(String dateline) {
        return copy -> of(copy, copy.headline(), copy.bylines(), dateline, copy.section(), copy.slug(), copy.body());
    }

    public static UnaryOperator<Copy> section(@Nullable Section section) {
        return copy -> of(copy, copy.headline(), copy.bylines(), copy.dateline(), section, copy.slug(), copy.body());
    }

    public static UnaryOperator<Copy> slug(String slug) {
        return copy ->
                of(copy, copy.headline(), copy.bylines(), copy.dateline(), copy.section(), new Slug(slug), copy.body());
    }

    public static UnaryOperator<Copy> body(Block... blocks) {
        return copy -> copy.withBody(List.of(blocks));
    }

    /** Puts blocks at the end. */
    public static UnaryOperator<Copy> adding(Block... blocks) {
        return copy -> {
            List<Block> body = new ArrayList<>(copy.body());
            body.addAll(Arrays.asList(blocks));
            return copy.withBody(body);
        };
    }

    /** Replaces the block at this place, counted from 0. */
    public static UnaryOperator<Copy> replacing(int place, Function<Block, Block> by) {
        return copy -> {
            List<Block> body = new ArrayList<>(copy.body());
            body.set(place, by.apply(body.get(place)));
            return copy.withBody(body);
        };
    }

    /** Leaves out the block at this place, counted from 0. */
    public static UnaryOperator<Copy> without(int place) {
        return copy -> {
            List<Block> body = new ArrayList<>(copy.body());
            body.remove(place);
            return copy.withBody(body);
        };
    }

    /** As a tool sends it that keeps no block ids. */
    public static UnaryOperator<Copy> unnamed() {
        return copy -> copy.withBody(copy.body().stream()
                .map(block -> block.as(BlockId.NOT_GIVEN, null))
                .toList());
    }

    private static Copy of(
            Copy copy,
            String headline,
            List<String> bylines,
            String dateline,
            @Nullable Section section,
            @Nullable Slug slug,
            List<Block> body) {
        return new Copy(
                copy.language(), headline, copy.standfirst(), bylines, dateline, section, copy.keywords(), slug, body);
    }
}
