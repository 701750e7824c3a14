package press.stet.bench;

import java.util.List;

/** Everything that is measured, in the order it is measured in. */
final class Benches {

    static final List<Bench> ALL = List.of();

    private Benches() {}
}
