package press.stet.translation.handout;

import java.util.List;
import press.stet.model.copy.BlockId;

/**
 * A handout as a translator works on it: every block of the translation that is to come, in its order, each text beside its source. The same handout always
 * makes the same sheet, so that what comes back can be held against it.
 *
 * @param leftOut blocks of the translation that stands, all of whose source has gone
 */
public record Sheet(List<Unit> units, List<BlockId> leftOut) {

    public Sheet {
        units = List.copyOf(units);
        leftOut = List.copyOf(leftOut);
    }

    public static Sheet of(Handout handout) {
        return handout.standing() == null
                ? Layout.fresh(handout.original())
                : Layout.goingOn(handout.original(), handout.standing());
    }

    public List<Unit> toDo() {
        return units.stream().filter(Unit::isToDo).toList();
    }
}
