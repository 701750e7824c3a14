package press.stet.newsroom.parts;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;

/** The first look of a part at Kafka: whether it is there at all, and what stands in it. */
final class Cluster {

    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** As a client begins to say that no name of a broker means a machine yet. */
    private static final String UNRESOLVED = "No resolvable bootstrap";

    private final KafkaConnection kafka;

    Cluster(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Whether it answers, and lets this part in.
     *
     * @throws BrokersUnavailable if it does not answer
     * @throws CannotRun if it does not let this part in
     */
    void reach() {
        ask("name its brokers", admin -> admin.describeCluster().nodes());
    }

    /** Waits until it answers, and until it has these topics. */
    void await(Waiting waiting, List<Topic> topics) throws InterruptedException {
        waiting.untilDone("Kafka at " + kafka.brokers(), this::reach);
        List<String> names = topics.stream().map(Topic::name).toList();
        waiting.until(
                "the topics " + String.join(", ", names),
                () -> ask("describe them", admin -> admin.describeTopics(names).allTopicNames()));
    }

    /**
     * Whether rules and staff were ever put in force.
     *
     * @throws NotThereYet if they were not
     */
    void requireHouse() {
        TopicPartition rules = new TopicPartition(Topics.HOUSE_RULES.name(), 0);
        TopicPartition staff = new TopicPartition(Topics.STAFF.name(), 0);
        var ends = ask(
                "say whether there are house rules",
                admin -> admin.listOffsets(Map.of(rules, OffsetSpec.latest(), staff, OffsetSpec.latest()))
                        .all());
        if (ends.values().stream().anyMatch(end -> end.offset() == 0)) {
            throw new NotThereYet("no house rules or no staff are in force: put them in force with 'stet ops house'");
        }
    }

    private <T> T ask(String what, Function<Admin, KafkaFuture<T>> question) {
        Map<String, Object> settings = new HashMap<>(kafka.settings());
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) ANSWER.toMillis());
        try (Admin admin = Admin.create(settings)) {
            return question.apply(admin).get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            throw told(what, failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException late) {
            throw new BrokersUnavailable(what + " within " + ANSWER.toSeconds() + " s", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BrokersUnavailable(what, stopped);
        } catch (KafkaException unusable) {
            throw unresolved(unusable)
                    ? new BrokersUnavailable(what, unusable)
                    : new CannotRun(
                            "Kafka cannot be asked with these settings: "
                                    + rootOf(unusable).getMessage(),
                            unusable);
        }
    }

    private RuntimeException told(String what, Throwable cause) {
        return switch (cause) {
            case AuthenticationException refused -> refusedBy(refused);
            case UnknownTopicOrPartitionException _ ->
                new NotThereYet("they are not all there yet: create them with 'stet ops topics --apply'");
            default -> new BrokersUnavailable(what, cause);
        };
    }

    private CannotRun refusedBy(AuthenticationException refused) {
        return new CannotRun(
                "Kafka refuses " + kafka + " (" + refused.getMessage()
                        + "): check kafka.user, kafka.password and kafka.certificates",
                refused);
    }

    /** Names may come with the machines that they mean, as those of containers do. */
    private static boolean unresolved(KafkaException unusable) {
        return rootOf(unusable) instanceof ConfigException wrong
                && String.valueOf(wrong.getMessage()).startsWith(UNRESOLVED);
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
