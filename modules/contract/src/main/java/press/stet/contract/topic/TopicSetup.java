package press.stet.contract.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.registry.Registry;
import press.stet.contract.registry.SchemaRefused;
import press.stet.contract.setup.Brokers;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

/**
 * Creates the newsroom's topics and registers their schemas. Of topics that are there, settings that keep or take too little are
 * widened; none is ever narrowed, and what could lose records or mix two meanings is refused by name. Run again, it does nothing.
 * Replicas are as many as the brokers' default.
 */
public final class TopicSetup {

    static final String COMPATIBILITY = "BACKWARD_TRANSITIVE";

    private final Admin admin;
    private final Registry registry;
    private final List<Topic> topics;
    private final int partitions;

    /**
     * A set-up with these.
     *
     * @param partitions of every topic about stories; the number is for ever
     */
    public TopicSetup(Admin admin, Registry registry, int partitions) {
        this(admin, registry, Topics.ALL, partitions);
    }

    TopicSetup(Admin admin, Registry registry, List<Topic> topics, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("a topic has at least 1 partition, got " + partitions);
        }
        this.admin = admin;
        this.registry = registry;
        this.topics = topics;
        this.partitions = partitions;
    }

    /**
     * Looks at everything first, then creates, widens and registers what is due.
     *
     * @return what was done, in words; none where all stood
     * @throws TopicsDiffer if something is there and is not as it should be; nothing was changed
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws press.stet.contract.registry.RegistryUnavailable if the registry does not answer
     * @throws InterruptedException if interrupted; run it again
     */
    public List<String> apply() throws InterruptedException {
        return look().make();
    }

    /**
     * Finds out what is missing or too narrow, and changes nothing.
     *
     * @throws TopicsDiffer if something is there and is not as it should be
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws press.stet.contract.registry.RegistryUnavailable if the registry does not answer
     * @throws InterruptedException if interrupted; look again
     */
    public Findings look() throws InterruptedException {
        Set<String> there = names();
        List<String> refused = new ArrayList<>();
        List<String> leftAlone = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        topics.stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(this::creation)
                .forEach(changes::add);
        compare(topics.stream().filter(topic -> there.contains(topic.name())).toList(), changes, leftAlone, refused);
        for (Topic topic : topics) {
            topic.schema().ifPresent(schema -> {
                refused.addAll(compatibility(topic.subject()));
                if (!registry.has(topic.subject(), schema)) {
                    changes.add(registration(topic, schema));
                    refused.addAll(unreadable(topic.subject(), schema));
                }
            });
        }
        if (!refused.isEmpty()) {
            throw new TopicsDiffer(refused);
        }
        return new Findings(changes, leftAlone);
    }

    private Set<String> names() throws InterruptedException {
        return Brokers.answer("list its topics", admin.listTopics().names());
    }

    private void compare(List<Topic> existing, List<Change> changes, List<String> leftAlone, List<String> refused)
            throws InterruptedException {
        List<String> names = existing.stream().map(Topic::name).toList();
        Map<String, TopicDescription> described = Brokers.answer(
                "describe its topics", admin.describeTopics(names).allTopicNames());
        Map<ConfigResource, Config> configured = Brokers.answer(
                "show the settings of its topics",
                admin.describeConfigs(names.stream().map(TopicSetup::resource).toList())
                        .all());
        for (Topic topic : existing) {
            TopicDescription description = described.get(topic.name());
            if (description != null && description.partitions().size() != partitions(topic)) {
                refused.add(topic + " has " + description.partitions().size() + " partitions and should have "
                        + partitions(topic)
                        + ": the number is for ever, set the newsroom to it or start with new topics");
            }
            Config config = configured.get(resource(topic.name()));
            if (config != null) {
                compare(topic, config, changes, leftAlone, refused);
            }
        }
    }

    private void compare(
            Topic topic, Config config, List<Change> changes, List<String> leftAlone, List<String> refused) {
        TopicSettings.of(topic).forEach((key, wanted) -> {
            String found = TopicSettings.found(config, key);
            String stands = topic + " has " + key + "=" + found;
            switch (TopicSettings.compare(key, wanted, found)) {
                case SAME -> {}
                case NARROWER -> changes.add(widening(topic, key, found, wanted));
                case WIDER -> leftAlone.add(stands + ", more than the " + wanted + " it needs: it is never narrowed");
                case OTHER ->
                    refused.add(stands + " and should have " + wanted
                            + ": change it with kafka-configs once it is clear why it differs");
            }
        });
    }

    private Change creation(Topic topic) {
        int count = partitions(topic);
        NewTopic created =
                new NewTopic(topic.name(), Optional.of(count), Optional.empty()).configs(TopicSettings.of(topic));
        return new Change(
                "create topic " + topic + " with " + (count == 1 ? "1 partition" : count + " partitions"),
                () -> create(topic, created));
    }

    private void create(Topic topic, NewTopic created) throws InterruptedException {
        try {
            Brokers.answer(
                    "create topic " + topic,
                    admin.createTopics(List.of(created)).all());
        } catch (BrokersUnavailable failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw failure;
            }
            meet(topic);
        }
    }

    /** Of a topic that came since the look, by somebody else or by a try whose answer was lost, asks what is asked of all others. */
    private void meet(Topic topic) throws InterruptedException {
        List<String> refused = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        compare(List.of(topic), changes, new ArrayList<>(), refused);
        if (!refused.isEmpty()) {
            throw new TopicsDiffer(refused);
        }
        for (Change change : changes) {
            change.make();
        }
    }

    private Change widening(Topic topic, String key, String found, String wanted) {
        Collection<AlterConfigOp> widened =
                List.of(new AlterConfigOp(new ConfigEntry(key, wanted), AlterConfigOp.OpType.SET));
        return new Change(
                "widen " + key + " of topic " + topic + " from " + found + " to " + wanted,
                () -> Brokers.answer(
                        "widen " + key + " of topic " + topic,
                        admin.incrementalAlterConfigs(Map.of(resource(topic.name()), widened))
                                .all()));
    }

    private Change registration(Topic topic, Schema schema) {
        return new Change("register " + schema.getFullName() + " for " + topic.subject(), () -> {
            try {
                registry.register(topic.subject(), schema, COMPATIBILITY);
            } catch (SchemaRefused refused) {
                throw new TopicsDiffer(List.of(String.valueOf(refused.getMessage())));
            }
        });
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

    private int partitions(Topic topic) {
        return switch (topic.spread()) {
            case BY_STORY -> partitions;
            case WHOLE -> 1;
        };
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }
}
