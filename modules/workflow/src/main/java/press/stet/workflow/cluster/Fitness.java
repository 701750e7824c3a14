package press.stet.workflow.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import press.stet.contract.topic.Topic;

/** Whether a cluster is what the workflow's promises rest on: its topics as they were meant, and transactions that do not tear. */
public final class Fitness {

    private static final String TRANSACTIONS = "transaction.version";

    /** KIP-890: with older ones, a late message of an aborted transaction can end up in the next. */
    private static final short WHOLE_TRANSACTIONS = 2;

    private static final String NO_LIMIT = "-1";

    private final Admin admin;
    private final int partitions;
    private final List<String> faults = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private Fitness(Admin admin, int partitions) {
        this.admin = admin;
        this.partitions = partitions;
    }

    /**
     * Asks the cluster.
     *
     * @param partitions how many the topics that are spread by story have
     * @throws UnfitCluster if anything that is there is not as it must be, naming all of it
     * @throws TopicsMissing if topics are not there yet
     * @throws press.stet.contract.BrokersUnavailable if Kafka does not answer
     */
    public static void require(Admin admin, Collection<Topic> topics, int partitions) {
        Fitness fitness = new Fitness(admin, partitions);
        fitness.transactions();
        topics.forEach(fitness::topic);
        if (!fitness.faults.isEmpty()) {
            throw new UnfitCluster(fitness.faults);
        }
        if (!fitness.missing.isEmpty()) {
            throw new TopicsMissing(fitness.missing);
        }
    }

    private void transactions() {
        FinalizedVersionRange found = Asking.answer(
                        "what it can do", admin.describeFeatures().featureMetadata())
                .finalizedFeatures()
                .get(TRANSACTIONS);
        if (found == null || found.maxVersionLevel() < WHOLE_TRANSACTIONS) {
            faults.add(TRANSACTIONS + " is " + (found == null ? "not set" : found.maxVersionLevel())
                    + " and must be 2, since older transactions can tear: run 'kafka-features.sh upgrade --feature"
                    + " transaction.version=2'");
        }
    }

    private void topic(Topic topic) {
        String name = topic.name();
        Map<String, TopicDescription> described = Asking.unlessUnknown(
                "how topic " + name + " is set up",
                admin.describeTopics(List.of(name)).allTopicNames());
        TopicDescription found = described == null ? null : described.get(name);
        if (found == null) {
            missing.add(name);
            return;
        }
        int count = switch (topic.spread()) {
            case BY_STORY -> partitions;
            case WHOLE -> 1;
        };
        if (found.partitions().size() != count) {
            faults.add("topic " + name + " has " + found.partitions().size() + " partitions, not " + count
                    + ": the number is for ever, so set 'partitions' to what the topics have");
        }
        settings(topic);
    }

    private void settings(Topic topic) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Map<ConfigResource, Config> found = Asking.answer(
                "the settings of topic " + topic.name(),
                admin.describeConfigs(List.of(resource)).all());
        Config config = found.getOrDefault(resource, new Config(List.of()));
        switch (topic.timestamps()) {
            case BROKER -> is(topic, config, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
            case WRITER -> {}
        }
        switch (topic.cleanup()) {
            case COMPACT -> is(topic, config, TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
            case DELETE -> {
                is(topic, config, TopicConfig.CLEANUP_POLICY_CONFIG, "delete");
                is(topic, config, TopicConfig.RETENTION_BYTES_CONFIG, NO_LIMIT);
                retention(topic, config);
            }
        }
        if (number(config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG) < topic.largestRecord()) {
            fault(topic, config, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "at least " + topic.largestRecord());
        }
    }

    private void retention(Topic topic, Config config) {
        Duration wanted = topic.retention();
        long found = number(config, TopicConfig.RETENTION_MS_CONFIG);
        if (wanted == null) {
            is(topic, config, TopicConfig.RETENTION_MS_CONFIG, NO_LIMIT);
        } else if (found >= 0 && found < wanted.toMillis()) {
            fault(topic, config, TopicConfig.RETENTION_MS_CONFIG, "at least " + wanted.toMillis());
        }
    }

    private void is(Topic topic, Config config, String key, String wanted) {
        if (!wanted.equals(value(config, key))) {
            fault(topic, config, key, wanted);
        }
    }

    private void fault(Topic topic, Config config, String key, String wanted) {
        faults.add("topic " + topic.name() + " has " + key + "=" + value(config, key) + " and must have " + wanted
                + ": 'stet ops topics --apply' widens what is too narrow, and says what to do about the rest");
    }

    private static long number(Config config, String key) {
        String value = value(config, key);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private static String value(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry == null ? "" : entry.value();
    }
}
