package press.stet.contract.setup;

import java.util.ArrayList;
import java.util.List;

/**
 * What was found where the newsroom is set up. Nothing has been changed yet.
 *
 * @param changes what is missing or too much, in the order in which it is to be mended
 * @param leftAlone what is otherwise than expected and is not the newsroom's to change, or does no harm: a sentence each
 */
public record Findings(List<Change> changes, List<String> leftAlone) {

    /** Everything stands. */
    public static final Findings NONE = new Findings(List.of(), List.of());

    public Findings {
        changes = List.copyOf(changes);
        leftAlone = List.copyOf(leftAlone);
    }

    /** These, then those. */
    public Findings and(Findings others) {
        List<Change> all = new ArrayList<>(changes);
        all.addAll(others.changes);
        List<String> left = new ArrayList<>(leftAlone);
        left.addAll(others.leftAlone);
        return new Findings(all, left);
    }

    /**
     * Makes every change in turn.
     *
     * @return what was done, in words
     * @throws InterruptedException if interrupted; look again to learn what is left
     */
    public List<String> make() throws InterruptedException {
        for (Change change : changes) {
            change.make();
        }
        return changes.stream().map(Change::words).toList();
    }
}
