package press.stet.review.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;

/** Walks down two rows of things side by side, in a way that finds as much as possible the same in both. */
interface SideBySide<T> {

    /** It takes time by the square of what differs: no paragraph of a newspaper has as many words, but somebody's message may have. */
    int MOST = 2_000;

    /** Stand in both. */
    void same(List<T> both);

    /** Stand between two that are the same, or at an end; one of the rows may have nothing there. */
    void different(List<T> before, List<T> after);

    static <T> void walk(List<T> before, List<T> after, SideBySide<T> walker) {
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end))) {
            end++;
        }
        walker.same(before.subList(0, start));
        between(before.subList(start, before.size() - end), after.subList(start, after.size() - end), walker);
        walker.same(before.subList(before.size() - end, before.size()));
    }

    private static <T> void between(List<T> before, List<T> after, SideBySide<T> walker) {
        if (before.size() > MOST || after.size() > MOST) {
            walker.different(before, after);
            return;
        }
        List<T> old = new ArrayList<>();
        List<T> now = new ArrayList<>();
        var patch = DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<T>(), null, true);
        for (AbstractDelta<T> delta : patch.getDeltas()) {
            switch (delta.getType()) {
                case EQUAL -> {
                    tell(old, now, walker);
                    walker.same(delta.getSource().getLines());
                }
                case CHANGE, INSERT, DELETE -> {
                    old.addAll(delta.getSource().getLines());
                    now.addAll(delta.getTarget().getLines());
                }
            }
        }
        tell(old, now, walker);
    }

    /** What follows on each other without anything the same between is one difference. */
    private static <T> void tell(List<T> old, List<T> now, SideBySide<T> walker) {
        if (!old.isEmpty() || !now.isEmpty()) {
            walker.different(List.copyOf(old), List.copyOf(now));
            old.clear();
            now.clear();
        }
    }
}
