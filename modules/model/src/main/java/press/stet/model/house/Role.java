package press.stet.model.house;

import java.util.Set;

/** A kind of work in the newsroom, with the rights and the checks that go with it. */
public record Role(String name, Set<Right> rights, Set<Check> checks) {
    public Role {
        rights = Set.copyOf(rights);
        checks = Set.copyOf(checks);
    }
}
