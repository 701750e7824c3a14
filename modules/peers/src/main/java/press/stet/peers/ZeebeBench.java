package press.stet.peers;

import press.stet.bench.Bench;
import press.stet.bench.Run;

/** Steps on {@link Zeebe}: see {@link Race}. */
public final class ZeebeBench implements Bench {

    @Override
    public String name() {
        return "peers-zeebe";
    }

    @Override
    public String measures() {
        return "the same steps on Zeebe, the workflow engine of Camunda 8";
    }

    @Override
    public void run(Run run) throws Exception {
        Race.against(run, (_, folder, kinds) -> Zeebe.in(folder, kinds));
    }
}
