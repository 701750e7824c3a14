package press.stet.bench;

import java.util.List;
import press.stet.bench.model.ModelBench;
import press.stet.bench.pages.PagesBench;
import press.stet.bench.projection.ProjectionBench;
import press.stet.bench.readable.ReadableBench;
import press.stet.bench.rebuild.RebuildBench;
import press.stet.bench.ruling.RulingBench;
import press.stet.bench.ruling.ThroughputBench;
import press.stet.bench.start.StartBench;
import press.stet.bench.state.GrowthBench;
import press.stet.bench.state.HandOverBench;
import press.stet.bench.state.RestoreBench;
import press.stet.bench.timers.TimersBench;

/** Everything that is measured, in the order it is measured in. */
final class Benches {

    static final List<Bench> ALL = List.of(
            new ModelBench(),
            new RulingBench(),
            new ReadableBench(),
            new ThroughputBench(),
            new ProjectionBench(),
            new RebuildBench(),
            new GrowthBench(),
            new RestoreBench(),
            new HandOverBench(),
            new TimersBench(),
            new PagesBench(),
            new StartBench());

    private Benches() {}
}
