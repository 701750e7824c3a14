package press.stet.model.house;

/**
 * A check that a version needs, and from how many different people.
 *
 * @param quorum 1 or more
 */
public record RequiredCheck(Check check, int quorum) {
    public RequiredCheck {
        if (quorum < 1) {
            throw new IllegalArgumentException("the quorum of check " + check + " is at least 1, got " + quorum);
        }
    }
}
