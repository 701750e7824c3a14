package press.stet.model.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import press.stet.model.Person;
import press.stet.model.house.Check;
import press.stet.model.house.RequiredCheck;

/** The checks that were given to one version, in the order they came. */
public record Approvals(List<Given> given) {

    public static final Approvals NONE = new Approvals(List.of());

    /**
     * A check, who gave it, and when.
     *
     * @param waived whether it was left out for once instead
     */
    public record Given(Check check, Person by, Instant at, boolean waived) {}

    public Approvals {
        given = List.copyOf(given);
    }

    Approvals with(Given one) {
        List<Given> more = new ArrayList<>(given);
        more.add(one);
        return new Approvals(more);
    }

    public boolean has(Check check, Person by) {
        return given.stream()
                .anyMatch(one ->
                        !one.waived() && one.check().equals(check) && one.by().equals(by));
    }

    /** How many different people gave this check. */
    public long count(Check check) {
        return given.stream()
                .filter(one -> !one.waived() && one.check().equals(check))
                .map(Given::by)
                .distinct()
                .count();
    }

    /** Whether this check was left out for once. */
    public boolean isWaived(Check check) {
        return given.stream().anyMatch(one -> one.waived() && one.check().equals(check));
    }

    /** Those that are still asked for: neither given nor waived. */
    public List<RequiredCheck> missing(List<RequiredCheck> required) {
        return owed(required).stream().filter(each -> !isWaived(each.check())).toList();
    }

    /** Those that were not given. */
    public List<RequiredCheck> owed(List<RequiredCheck> required) {
        return required.stream()
                .filter(each -> count(each.check()) < each.quorum())
                .toList();
    }
}
