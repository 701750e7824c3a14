package press.stet.peers;

import press.stet.bench.Bench;
import press.stet.bench.Run;

/** Steps on {@link LittleHorse}: see {@link Race}. */
public final class LittleHorseBench implements Bench {

    @Override
    public String name() {
        return "peers-littlehorse";
    }

    @Override
    public String measures() {
        return "the same steps on LittleHorse, a workflow engine on Kafka Streams";
    }

    @Override
    public void run(Run run) throws Exception {
        Race.against(run, LittleHorse::on);
    }
}
