package press.stet.bench;

import java.util.List;
import press.stet.bench.model.ModelBench;
import press.stet.bench.ruling.RulingBench;
import press.stet.bench.ruling.ThroughputBench;

/** Everything that is measured, in the order it is measured in. */
final class Benches {

    static final List<Bench> ALL = List.of(new ModelBench(), new RulingBench(), new ThroughputBench());

    private Benches() {}
}
