package press.stet.newsroom.parts;

import io.javalin.config.JavalinConfig;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import press.stet.archive.PublishedArchive;
import press.stet.archive.database.DatabaseSettings;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.parts.PartHealth.State;
import press.stet.site.Site;
import press.stet.site.SiteSettings;

/**
 * The readers' pages. It is ready when everything that stood in the log of editions at its start has reached the published
 * store, so that a store made anew is not shown to readers half full. It asks Kafka only for that, and writes nowhere.
 */
public final class SitePart implements Part {

    private final KafkaConnection kafka;
    private final PublishedArchive archive;
    private final Site site;
    private volatile boolean caughtUp;

    public SitePart(KafkaConnection kafka, DatabaseSettings database, SiteSettings settings) {
        this.kafka = kafka;
        this.archive = PublishedArchive.open(database);
        this.site = new Site(archive.store(), settings);
    }

    @Override
    public String name() {
        return "site";
    }

    @Override
    public void register(JavalinConfig http) {
        site.register(http);
    }

    @Override
    public void start(Waiting waiting) throws InterruptedException {
        waiting.untilDone("PostgreSQL", () -> archive.hasTaken(Map.of()));
        new Cluster(kafka).await(waiting, List.of(Topics.EDITIONS));
        Map<TopicPartition, Long> ends =
                waiting.until("the end of " + Topics.EDITIONS, () -> PublishedArchive.endsOf(kafka));
        waiting.untilDone("the published store", () -> requireTaken(ends));
        caughtUp = true;
    }

    private void requireTaken(Map<TopicPartition, Long> ends) {
        if (!archive.hasTaken(ends)) {
            throw new NotThereYet("the archive has not taken all editions yet that stood in " + Topics.EDITIONS
                    + " when this site started");
        }
    }

    @Override
    public PartHealth health() {
        return caughtUp
                ? new PartHealth(State.READY, List.of(), List.of())
                : PartHealth.waiting("everything that stood in " + Topics.EDITIONS + " when it started");
    }

    @Override
    public void close() {
        archive.close();
    }
}
