package press.stet.contract.topic;

import static org.apache.kafka.common.config.TopicConfig.CLEANUP_POLICY_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MAX_MESSAGE_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_BYTES_CONFIG;
import static org.apache.kafka.common.config.TopicConfig.RETENTION_MS_CONFIG;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.registry.Registry;
import press.stet.contract.registry.SchemaRefused;

/**
 * Creates the newsroom's topics and registers their schemas. What is there already is compared and never changed, except that a
 * subject without a compatibility of its own gets it. Run again, it does nothing. Replicas are as many as the brokers' default.
 */
public final class TopicSetup {

    static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private static final String NO_LIMIT = "-1";

    private final Admin admin;
    private final Registry registry;
    private final int partitions;

    /**
     * A set-up with these.
     *
     * @param partitions of every topic about stories; the number is for ever
     */
    public TopicSetup(Admin admin, Registry registry, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least 1 partition, got " + partitions);
        }
        this.admin = admin;
        this.registry = registry;
        this.partitions = partitions;
    }

    /**
     * Looks at everything first, then creates and registers what is missing.
     *
     * @return what was done, a sentence each; none where all stood
     * @throws TopicsDiffer if something is there and is not as it should be
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws press.stet.contract.registry.RegistryUnavailable if the registry does not answer
     * @throws InterruptedException if interrupted; run it again
     */
    public List<String> apply() throws InterruptedException {
        Set<String> there = answer("list its topics", admin.listTopics().names());
        List<Topic> existing = Topics.ALL.stream()
                .filter(topic -> there.contains(topic.name()))
                .toList();
        List<Topic> missing =
                Topics.ALL.stream().filter(topic -> !existing.contains(topic)).toList();
        List<String> differences = new ArrayList<>(differencesOf(existing));
        List<Topic> unregistered = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            topic.schema().ifPresent(schema -> {
                differences.addAll(compatibility(topic.subject()));
                if (!registry.has(topic.subject(), schema)) {
                    unregistered.add(topic);
                    differences.addAll(unreadable(topic.subject(), schema));
                }
            });
        }
        if (!differences.isEmpty()) {
            throw new TopicsDiffer(differences);
        }
        List<String> done = new ArrayList<>(create(missing));
        done.addAll(register(unregistered));
        return done;
    }

    /**
     * Looks at the topics alone and changes nothing: for whoever must not start on topics that would lose or mix what it does.
     *
     * @throws TopicsDiffer if one is missing or not as it should be
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws InterruptedException if interrupted; run it again
     */
    public void check() throws InterruptedException {
        Set<String> there = answer("list its topics", admin.listTopics().names());
        List<String> differences = new ArrayList<>();
        List<Topic> existing = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            if (there.contains(topic.name())) {
                existing.add(topic);
            } else {
                differences.add(topic + " is missing: create it with 'stet ops topics --apply'");
            }
        }
        differences.addAll(differencesOf(existing));
        if (!differences.isEmpty()) {
            throw new TopicsDiffer(differences);
        }
    }

    private List<String> differencesOf(List<Topic> existing) throws InterruptedException {
        List<String> names = existing.stream().map(Topic::name).toList();
        Map<String, TopicDescription> described =
                answer("describe its topics", admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configured = answer(
                "show the settings of its topics",
                admin.describeConfigs(names.stream().map(TopicSetup::resource).toList())
                        .all());
        List<String> differences = new ArrayList<>();
        for (Topic topic : existing) {
            TopicDescription description = described.get(topic.name());
            if (description != null && description.partitions().size() != partitions(topic)) {
                differences.add(topic + " has " + description.partitions().size() + " partitions and should have "
                        + partitions(topic)
                        + ": the number is for ever, set the newsroom to it or start with new topics");
            }
            Config config = configured.get(resource(topic.name()));
            if (config != null) {
                settings(topic)
                        .forEach((key, value) ->
                                compare(topic, key, value, config.get(key)).ifPresent(differences::add));
            }
        }
        return differences;
    }

    private static Optional<String> compare(Topic topic, String key, String wanted, @Nullable ConfigEntry found) {
        String value = found == null ? "not set" : found.value();
        return wanted.equals(value)
                ? Optional.empty()
                : Optional.of(topic + " has " + key + "=" + value + " and should have " + wanted
                        + ": change it with kafka-configs once it is clear why it differs");
    }

    private List<String> compatibility(String subject) {
        return registry.compatibilityOf(subject).stream()
                .filter(found -> !found.equals(COMPATIBILITY))
                .map(found ->
                        "subject " + subject + " has the compatibility " + found + " and should have " + COMPATIBILITY)
                .toList();
    }

    private List<String> unreadable(String subject, Schema schema) {
        return registry.incompatibilities(subject, schema).stream()
                .map(why -> "subject " + subject + " has a schema that this build cannot read: " + why)
                .toList();
    }

    private List<String> create(List<Topic> missing) throws InterruptedException {
        List<NewTopic> topics = missing.stream()
                .map(topic -> new NewTopic(topic.name(), Optional.of(partitions(topic)), Optional.empty())
                        .configs(settings(topic)))
                .toList();
        answer("create its topics", admin.createTopics(topics).all());
        return missing.stream()
                .map(topic -> "created topic " + topic + " with "
                        + (partitions(topic) == 1 ? "1 partition" : partitions(topic) + " partitions"))
                .toList();
    }

    private List<String> register(List<Topic> unregistered) {
        List<String> done = new ArrayList<>();
        for (Topic topic : unregistered) {
            Schema schema = topic.schema().orElseThrow();
            try {
                registry.register(topic.subject(), schema, COMPATIBILITY);
            } catch (SchemaRefused refused) {
                throw new TopicsDiffer(List.of(String.valueOf(refused.getMessage())));
            }
            done.add("registered " + schema.getFullName() + " for " + topic.subject());
        }
        return done;
    }

    private int partitions(Topic topic) {
        return switch (topic.spread()) {
            case BY_STORY -> partitions;
            case WHOLE -> 1;
        };
    }

    private static Map<String, String> settings(Topic topic) {
        Duration retention = topic.retention();
        return new TreeMap<>(Map.of(
                CLEANUP_POLICY_CONFIG,
                switch (topic.cleanup()) {
                    case DELETE -> "delete";
                    case COMPACT -> "compact";
                },
                RETENTION_MS_CONFIG,
                retention == null ? NO_LIMIT : Long.toString(retention.toMillis()),
                RETENTION_BYTES_CONFIG,
                NO_LIMIT,
                MAX_MESSAGE_BYTES_CONFIG,
                Integer.toString(topic.largestRecord()),
                MESSAGE_TIMESTAMP_TYPE_CONFIG,
                switch (topic.timestamps()) {
                    case BROKER -> "LogAppendTime";
                    case WRITER -> "CreateTime";
                }));
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static <T> T answer(String asked, KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new BrokersUnavailable(asked, failure.getCause() == null ? failure : failure.getCause());
        }
    }
}
