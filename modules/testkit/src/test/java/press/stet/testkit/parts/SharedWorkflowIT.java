package press.stet.testkit.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topics;
import press.stet.model.StoryId;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.log.Log;
import press.stet.testkit.parts.Newswire.Told;
import press.stet.testkit.running.TopicReader;

/** Instances of the workflow share the stories while commands flow, and take over from each other. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedWorkflowIT {

    private static final String GROUP = "stet-workflow";
    private static final int PARTITIONS = Topics.PARTITIONS_OF_ONE_MACHINE;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** A partition in what an instance says of those it took over. */
    private static final Pattern TAKEN_OVER = Pattern.compile("(\\d+) \\((standby, )?(\\d+) rows restored\\)");

    private Path place;
    private Ground ground;
    private Admin admin;
    private final List<PartOnItsOwn> all = new ArrayList<>();

    /**
     * An instance.
     *
     * @param client as the group knows it, also after it was started again on the same state
     */
    private record Instance(String name, String client, PartOnItsOwn part) {}

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        place = directory;
        ground = new Ground(place.resolve("ground"));
        admin = Admin.create(ground.kafka().settings());
        ground.startAll();
    }

    @AfterEach
    void end() {
        all.forEach(PartOnItsOwn::close);
    }

    @AfterAll
    void close() {
        admin.close();
        ground.close();
    }

    @Test
    void three_then_two_share_the_stories_and_those_of_one_that_is_killed_are_ruled_on_by_the_others()
            throws Exception {
        Instance first = start("first");
        Instance second = start("second", first);
        Instance third = start("third", first, second);
        awaitSharing(first, second, third);
        List<Told> told;
        try (People people = ground.people();
                Newswire wire = new Newswire(people, PARTITIONS)) {
            wire.awaitMore(40);
            kill(first, wire, second, third);
            awaitSharing(second, third);
            wire.awaitMore(20);
            kill(second, wire, third);
            wire.awaitMore(10);
            told = wire.finish();
        }
        report("all", told);
        assertThat(third.part().stop()).as(third.part().log()).isZero();
        assertNothingLostNorTwice(told);
    }

    @Test
    void each_is_stopped_and_started_again_while_commands_flow_and_no_command_fails() throws Exception {
        Instance first = start("first");
        Instance second = start("second", first);
        awaitSharing(first, second);
        List<Told> told;
        try (People people = ground.people();
                Newswire wire = new Newswire(people, PARTITIONS)) {
            wire.awaitMore(20);
            report("before", wire.told());
            long began = System.nanoTime();
            first = restart(first, second);
            wire.awaitMore(10);
            second = restart(second, first);
            wire.awaitMore(10);
            told = wire.finish();
            report(
                    "restarts",
                    told.stream().filter(each -> each.sent() >= began).toList());
        }
        assertThat(first.part().stop()).as(first.part().log()).isZero();
        assertThat(second.part().stop()).as(second.part().log()).isZero();
        assertNothingLostNorTwice(told);
    }

    /**
     * Kills it and waits until others rule on each of its partitions. Whether they had its state at hand is told and not asked
     * for: on a machine that is short of time the one with the standby may be put out of the group itself.
     */
    private void kill(Instance instance, Newswire wire, Instance... others) throws Exception {
        Set<Integer> lost = shares().getOrDefault(instance.client(), Set.of());
        assertThat(lost).as("the partitions of the one to be killed").isNotEmpty();
        List<Integer> said =
                List.of(others).stream().map(each -> each.part().log().length()).toList();
        instance.part().kill();
        long killed = System.nanoTime();
        for (int partition : lost) {
            Told again = wire.awaitToldOf(partition, killed);
            System.out.printf(
                    "partition %d ruled on again %.2f s after the kill%n", partition, (again.told() - killed) / 1e9);
        }
        for (int partition : lost) {
            await().atMost(PATIENCE).untilAsserted(() -> {
                List<String> takeovers = IntStream.range(0, others.length)
                        .mapToObj(each -> others[each].part().log().substring(said.get(each)))
                        .toList();
                assertThat(takeovers)
                        .as("what the others say since")
                        .anySatisfy(log -> assertTakenOver(log, partition));
            });
        }
    }

    private static void assertTakenOver(String log, int partition) {
        Matcher matcher = TAKEN_OVER.matcher(log);
        while (matcher.find()) {
            if (Integer.parseInt(matcher.group(1)) == partition) {
                System.out.printf("partition %d was taken over: %s%n", partition, matcher.group());
                return;
            }
        }
        throw new AssertionError("nobody has taken over partition " + partition + ":\n" + log);
    }

    /** As an operator does for a new build: in order, and on with the next when it works again. */
    private Instance restart(Instance instance, Instance other) throws Exception {
        assertThat(instance.part().stop()).as(instance.part().log()).isZero();
        awaitSharing(other);
        PartOnItsOwn again = part(instance.name());
        again.awaitReady();
        Instance restarted = new Instance(instance.name(), instance.client(), again);
        awaitSharing(restarted, other);
        return restarted;
    }

    private void assertNothingLostNorTwice(List<Told> told) {
        try (Registry registry = Registry.at(ground.registryUrl())) {
            MessageCodec codec = new MessageCodec(registry);
            TopicReader topics = new TopicReader(ground.kafka(), codec);
            Log log = topics.log();
            assertThat(Guarantee.broken(log)).isEmpty();
            Set<StoryId> stories = told.stream().map(Told::story).collect(Collectors.toSet());
            assertThat(log.commands().stream()
                            .filter(each -> stories.contains(each.dispatch().story()))
                            .count())
                    .isEqualTo(told.size());
            assertThat(log.entries().stream()
                            .filter(each -> stories.contains(each.story()))
                            .map(entry -> entry.cause())
                            .distinct()
                            .count())
                    .isEqualTo(told.size());
            assertThat(log.refusals()).isEmpty();
            Chain chain = new Chain(codec);
            assertThat(topics.histories().values())
                    .allSatisfy(history -> assertThat(chain.verify(history)).isInstanceOf(Verdict.Intact.class));
        }
    }

    private Instance start(String name, Instance... others) throws Exception {
        PartOnItsOwn part = part(name);
        part.awaitReady();
        Set<String> clients = new HashSet<>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            clients.addAll(shares().keySet());
            List.of(others).forEach(other -> clients.remove(other.client()));
            assertThat(clients).hasSize(1);
        });
        return new Instance(name, clients.iterator().next(), part);
    }

    private PartOnItsOwn part(String name) throws IOException {
        Map<String, String> settings = new HashMap<>(ground.settings());
        settings.put("STET_WORKFLOW_SESSION_TIMEOUT", "2s");
        PartOnItsOwn part = PartOnItsOwn.start("workflow", place.resolve(name), settings);
        all.add(part);
        return part;
    }

    private String logs() {
        return all.stream().map(PartOnItsOwn::log).collect(Collectors.joining("\n\n"));
    }

    /** Waits until these, and nobody else, have a share each, and together all partitions. */
    private void awaitSharing(Instance... instances) {
        Set<String> clients = List.of(instances).stream().map(Instance::client).collect(Collectors.toSet());
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, Set<Integer>> shares = shares();
            assertThat(shares).as(logs()).containsOnlyKeys(clients).doesNotContainValue(Set.of());
            assertThat(shares.values().stream().mapToInt(Set::size).sum()).isEqualTo(PARTITIONS);
        });
    }

    /** The partitions of each member, once they are shared out. */
    private Map<String, Set<Integer>> shares() throws Exception {
        ConsumerGroupDescription group = admin.describeConsumerGroups(List.of(GROUP))
                .all()
                .get()
                .values()
                .iterator()
                .next();
        assertThat(group.groupState()).isIn(GroupState.STABLE, GroupState.EMPTY);
        Map<String, Set<Integer>> shares = new TreeMap<>();
        group.members()
                .forEach(member -> shares.put(
                        member.clientId(),
                        member.assignment().topicPartitions().stream()
                                .map(TopicPartition::partition)
                                .collect(Collectors.toCollection(TreeSet::new))));
        return shares;
    }

    private static void report(String what, List<Told> told) {
        List<Duration> sorted = told.stream()
                .map(Told::latency)
                .sorted(Comparator.naturalOrder())
                .toList();
        System.out.printf(
                "%s: %d commands, p50 %d ms, p99 %d ms, max %d ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2).toMillis(),
                sorted.get(sorted.size() * 99 / 100).toMillis(),
                sorted.getLast().toMillis());
    }
}
