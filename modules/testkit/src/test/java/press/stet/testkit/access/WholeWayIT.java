package press.stet.testkit.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.DatabaseSetup;
import press.stet.archive.database.Role;
import press.stet.archive.database.RolePasswords;
import press.stet.contract.access.AccessSetup;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;
import press.stet.contract.access.Right;
import press.stet.contract.connection.RegistryConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.contract.setup.Findings;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.draft.Drafts;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Rule;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedDatabase;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.parts.ArchivePart;
import press.stet.newsroom.parts.FrontDoor;
import press.stet.newsroom.parts.SitePart;
import press.stet.newsroom.parts.Waiting;
import press.stet.newsroom.parts.WorkflowPart;
import press.stet.newsroom.settings.HttpSettings;
import press.stet.ops.MayRead;
import press.stet.ops.deadletter.Fate;
import press.stet.ops.deadletter.Fates;
import press.stet.ops.deadletter.LetterBox;
import press.stet.ops.lag.Follower;
import press.stet.ops.lag.LagReader;
import press.stet.ops.tail.From;
import press.stet.ops.tail.Tail;
import press.stet.ops.tail.Wanted;
import press.stet.ops.topics.Surveyor;
import press.stet.publish.Publications;
import press.stet.review.Reviews;
import press.stet.site.SiteSettings;
import press.stet.testkit.copy.Copies;
import press.stet.translation.Translations;
import press.stet.workflow.WorkflowSettings;

/** A newsroom whose every part speaks to brokers as itself: what it may is enough, and none of it is too much. */
class WholeWayIT {

    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final String TOOL = "test/1";
    private static final Language EN = Copies.EN;

    private static final RegistryConnection SCHEMAS = RegistryConnection.open(URI.create("mock://whole-way"));

    private static final RolePasswords PASSWORDS =
            new RolePasswords(Map.of(Role.ARCHIVE, password(Role.ARCHIVE), Role.SITE, password(Role.SITE)), Set.of());

    @TempDir
    private Path directory;

    private final MessageCodec codec = new MessageCodec(Registry.at(SCHEMAS));

    @Test
    void a_story_goes_its_whole_way_and_every_right_is_used_and_none_is_missing() throws Exception {
        try (ASecuredBroker broker = new ASecuredBroker(directory.resolve("kafka"))) {
            setUp(broker);
            WatchingAuthorizer.forget();
            try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
                    EmbeddedDatabase postgres = new EmbeddedDatabase(data, Progress.untold())) {
                postgres.start();
                DatabaseSettings owner =
                        new DatabaseSettings(postgres.create("stet"), postgres.user(), postgres.password());
                new DatabaseSetup(owner, PASSWORDS).look().make();
                operate(broker);
                try (WorkflowPart workflow = workflow(broker, "state");
                        ArchivePart archive = archive(broker, as(Role.ARCHIVE, owner));
                        SitePart site = new SitePart(
                                broker.as(Principal.SITE), as(Role.SITE, owner), SiteSettings.titled("The Ferry"))) {
                    workflow.start(new Waiting());
                    archive.start(new Waiting());
                    StoryId story = publish(broker);
                    refuse(broker, story);
                    site.start(new Waiting());
                    assertThat(List.of(workflow.health(), archive.health(), site.health()))
                            .allMatch(health ->
                                    health.isReady() && health.alarms().isEmpty());
                    assertThat(readers(site, "/stories/" + story + "/en")).isEqualTo(200);
                }
                watch(broker);
                try (WorkflowPart elsewhere = workflow(broker, "another-machine")) {
                    elsewhere.start(new Waiting());
                    await().atMost(ANSWER).until(() -> elsewhere.health().isReady());
                }
            }
            assertThat(refusals()).isEmpty();
            assertThat(unused()).isEmpty();
        }
    }

    private void setUp(ASecuredBroker broker) throws InterruptedException {
        try (Admin root = broker.admin();
                Registry registry = Registry.at(SCHEMAS)) {
            new TopicSetup(root, registry, Topics.PARTITIONS_OF_ONE_MACHINE).apply();
            new AccessSetup(root, ASecuredBroker.credentials()).look().make();
        }
    }

    /** Puts a house in force, and looks how topics and rights stand. */
    private void operate(ASecuredBroker broker) throws InterruptedException {
        new HouseOffice(broker.as(Principal.OPS), codec).putInForce(Optional.empty());
        try (Admin ops = Admin.create(broker.as(Principal.OPS).settings());
                Registry registry = Registry.at(SCHEMAS)) {
            assertThat(new TopicSetup(ops, registry, Topics.PARTITIONS_OF_ONE_MACHINE).look())
                    .isEqualTo(Findings.NONE);
            assertThat(new AccessSetup(ops, Credentials.NONE).look()).isEqualTo(Findings.NONE);
        }
        Follower workflow =
                new LagReader(broker.as(Principal.OPS)).look(Map.of()).getFirst();
        assertThat(workflow.places()).as("of a workflow that never ran").hasSize(16);
        assertThat(workflow.waiting()).isZero();
    }

    /** Looks, while nobody rules, at what waits, and at everything that is no command: operators may not read those. */
    private void watch(ASecuredBroker broker) throws Exception {
        Instant before = Instant.now();
        send(broker, Ids.story());
        try (Admin ops = Admin.create(broker.as(Principal.OPS).settings())) {
            assertThat(new Surveyor(ops).look(before)).hasSameSizeAs(Topics.ALL);
            Set<String> readable =
                    MayRead.of(ops, Topics.ALL.stream().map(Topic::name).toList());
            assertThat(Topics.ALL)
                    .allMatch(topic -> readable.contains(topic.name()) == (topic.value() != Topic.Value.COMMAND));
            assertThat(tailed(broker, readable)).isEqualTo(readable);
        }
        LetterBox box = new LetterBox(broker.as(Principal.OPS), codec);
        assertThat(new Fates(broker.as(Principal.OPS), codec, Topics.PARTITIONS_OF_ONE_MACHINE)
                        .of(box.letters())
                        .values())
                .containsExactly(new Fate.Open());
        Follower workflow =
                new LagReader(broker.as(Principal.OPS)).look(Map.of()).getFirst();
        assertThat(workflow.members()).isZero();
        assertThat(workflow.waiting()).isEqualTo(1);
        assertThat(workflow.places())
                .filteredOn(place -> place.waiting() > 0)
                .singleElement()
                .satisfies(place -> assertThat(place.oldest()).isBetween(before, Instant.now()));
    }

    /** The topics of which a tail shows something. */
    private Set<String> tailed(ASecuredBroker broker, Set<String> readable) {
        Set<String> shown = new TreeSet<>();
        List<Topic> topics = Topics.ALL.stream()
                .filter(topic -> readable.contains(topic.name()))
                .toList();
        try (Tail tail = new Tail(broker.as(Principal.OPS), codec, topics, new From.Beginning())) {
            Wanted everything = new Wanted(Set.of(), Set.of(), Set.of(), Set.of());
            tail.run(
                    everything,
                    seen -> {
                        shown.add(seen.place().topic());
                        return true;
                    },
                    soFar -> !soFar.hasCaughtUp());
        }
        return shown;
    }

    private WorkflowPart workflow(ASecuredBroker broker, String state) {
        return new WorkflowPart(
                WorkflowSettings.onOneMachine(broker.as(Principal.WORKFLOW), directory.resolve(state)), SCHEMAS);
    }

    private static ArchivePart archive(ASecuredBroker broker, DatabaseSettings database) {
        return new ArchivePart(
                ArchiveSettings.onOneMachine(broker.as(Principal.ARCHIVE), database),
                SCHEMAS,
                Topics.PARTITIONS_OF_ONE_MACHINE);
    }

    private StoryId publish(ASecuredBroker broker) throws InterruptedException {
        StoryId story = Ids.story();
        try (CommandSender draft = CommandSender.open(broker.as(Principal.DRAFT), codec);
                CommandSender review = CommandSender.open(broker.as(Principal.REVIEW), codec);
                CommandSender translation = CommandSender.open(broker.as(Principal.TRANSLATION), codec);
                CommandSender publish = CommandSender.open(broker.as(Principal.PUBLISH), codec)) {
            Drafts drafts = new Drafts(draft, new Person("reporter"), TOOL, ANSWER);
            Stamp stamp = stamp(drafts.file(story, new Site("morning"), Copies.aReport()));
            accepted(drafts.submit(story, EN, stamp.version(), null));
            accepted(new Reviews(review, new Person("editor"), TOOL, ANSWER)
                    .approve(story, EN, stamp.version(), stamp.digest(), Check.EDITOR));
            accepted(new Publications(publish, new Person("chief"), TOOL, ANSWER)
                    .publish(story, EN, stamp.version(), stamp.digest(), PublicationKind.FIRST, Notice.NONE));
            accepted(new Translations(translation, new Person("chief"), TOOL, ANSWER)
                    .request(story, Copies.RU, null, null));
        }
        return story;
    }

    /** A kill among the drafts, and something that no build can read. */
    private void refuse(ASecuredBroker broker, StoryId story) throws Exception {
        Dispatch kill =
                new Dispatch(Ids.command(), story, new Person("chief"), TOOL, new Command.KillStory(Notice.NONE));
        try (KafkaProducer<String, byte[]> draft = new KafkaProducer<>(
                broker.as(Principal.DRAFT).settings(), new StringSerializer(), new ByteArraySerializer())) {
            int partition = Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE);
            draft.send(new ProducerRecord<>(
                            Topics.DRAFTS.name(), partition, story.toString(), codec.encodeCommand(kill)))
                    .get();
        }
        send(broker, story);
        await().atMost(ANSWER).untilAsserted(() -> {
            try (Attempts root = new Attempts(broker.root())) {
                assertThat(root.all(Topics.REFUSALS))
                        .extracting(each ->
                                codec.decodeRefusal(each).refused().refusal().rule())
                        .containsExactly(Rule.WRONG_TOPIC);
                assertThat(root.all(Topics.DEAD_LETTERS)).hasSize(1);
            }
        });
    }

    private static void send(ASecuredBroker broker, StoryId story) throws Exception {
        try (KafkaProducer<String, byte[]> draft = new KafkaProducer<>(
                broker.as(Principal.DRAFT).settings(), new StringSerializer(), new ByteArraySerializer())) {
            int partition = Topics.partition(story, Topics.PARTITIONS_OF_ONE_MACHINE);
            draft.send(new ProducerRecord<>(Topics.DRAFTS.name(), partition, story.toString(), "?".getBytes(UTF_8)))
                    .get();
        }
    }

    private static DatabaseSettings as(Role role, DatabaseSettings owner) {
        return new DatabaseSettings(owner.url(), role.key(), password(role));
    }

    private static String password(Role role) {
        return "s3cret-of-" + role;
    }

    /** The status that readers of a page are answered with. */
    private static int readers(SitePart site, String path) throws IOException, InterruptedException {
        try (FrontDoor door = FrontDoor.open(HttpSettings.onThisMachine(0), site::health, site::register);
                HttpClient http = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build()) {
            HttpRequest request =
                    HttpRequest.newBuilder(door.address().resolve(path)).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Set<String> refusals() {
        return WatchingAuthorizer.asked(question ->
                        !question.allowed() && Principal.named(question.user()).isPresent())
                .stream()
                .map(Object::toString)
                .collect(toCollection(TreeSet::new));
    }

    /** The rights that nobody asked for, one by one. */
    private static List<String> unused() {
        List<String> unused = new ArrayList<>();
        for (Principal principal : Principal.values()) {
            for (Right right : principal.rights()) {
                for (AclOperation operation : right.may()) {
                    if (WatchingAuthorizer.asked(question -> question.user().equals(principal.user())
                                    && question.operation() == operation
                                    && covers(right.on(), question.on()))
                            .isEmpty()) {
                        unused.add(principal + " " + operation + " " + right.place());
                    }
                }
            }
        }
        return unused;
    }

    private static boolean covers(ResourcePattern right, ResourcePattern asked) {
        return right.resourceType() == asked.resourceType()
                && (right.patternType() == PatternType.PREFIXED
                        ? asked.name().startsWith(right.name())
                        : asked.name().equals(right.name()));
    }

    private static Answer.Accepted accepted(Answer answer) {
        if (answer instanceof Answer.Accepted accepted) {
            return accepted;
        }
        throw new AssertionError("it was not accepted: " + answer);
    }

    private static Stamp stamp(Answer answer) {
        return accepted(answer).events().stream()
                .flatMap(entry -> Optional.ofNullable(entry.event().stamp()).stream())
                .findFirst()
                .orElseThrow();
    }
}
