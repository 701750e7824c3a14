package press.stet.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.access.AccessSetup;
import press.stet.contract.access.Principal;
import press.stet.contract.connection.Login;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.CommandSender;
import press.stet.contract.sending.Ids;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.house.Notice;

/** What brokers forbid. Nothing of the newsroom runs: whoever has a password tries whatever they like. */
class MayNotIT {

    /** They r(ead), w(rite), know its s(ettings), or only k(now) of it; all else was tried and refused. */
    private static final String WHO_MAY_WHAT = """
                      drafts reviews translations publications events refusals copies editions house-rules staff dead-letters
            draft          w       .            .            .      r        r      .        .           .     .            .
            review         .       w            .            .      r        r      .        .           .     .            .
            translation    .       .            w            .      r        r      .        .           .     .            .
            publish        .       .            .            w      r        r      .        .           .     .            .
            workflow      rs      rs           rs           rs     ws       ws     ws       ws          rs    rs           ws
            archive        .       .            .            .      r        r      r        r           .     r            .
            site           .       .            .            .      .        .      .        k           .     .            .
            ops            s       s            s            s     rs       rs     rs       rs         rws   rws           rs
            stranger       .       .            .            .      .        .      .        .           .     .            .
            """;

    private static final Login STRANGER = new Login("stranger", "somebody with a password and no rights");

    @TempDir
    private static Path directory;

    private static ASecuredBroker broker;
    private static Registry registry;

    @BeforeAll
    static void start() throws Exception {
        broker = new ASecuredBroker(directory);
        registry = Registry.at(URI.create("mock://may-not"));
        try (Admin admin = broker.admin()) {
            new TopicSetup(admin, registry, 1).apply();
            new AccessSetup(admin, ASecuredBroker.credentials()).look().make();
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            STRANGER.user(),
                            new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                            STRANGER.password())))
                    .all()
                    .get();
        }
        try (Attempts root = new Attempts(broker.root())) {
            for (Topic topic : Topics.ALL) {
                assertThat(root.writes(topic)).isTrue();
            }
        }
    }

    @AfterAll
    static void stop() {
        registry.close();
        broker.close();
    }

    @Test
    void nobody_reads_or_writes_more_than_their_part_needs() throws InterruptedException {
        List<Login> all = Stream.concat(
                        Arrays.stream(Principal.values()).map(ASecuredBroker::login), Stream.of(STRANGER))
                .toList();
        List<String> names = Topics.ALL.stream()
                .map(topic -> topic.name().substring("stet.".length()))
                .toList();
        StringBuilder found = new StringBuilder(line("", names, names));
        for (Login login : all) {
            try (Attempts attempts = new Attempts(broker.as(login))) {
                List<String> letters = new ArrayList<>();
                for (Topic topic : Topics.ALL) {
                    letters.add(attempts.letters(topic));
                }
                found.append(line(login.user(), letters, names));
            }
        }
        assertThat(found.toString()).isEqualToNormalizingWhitespace(WHO_MAY_WHAT);
    }

    private static String line(String begin, List<String> cells, List<String> names) {
        StringBuilder line = new StringBuilder("%-12s".formatted(begin));
        for (int i = 0; i < cells.size(); i++) {
            line.append(("%" + names.get(i).length() + "s ").formatted(cells.get(i)));
        }
        return line.append('\n').toString();
    }

    @Test
    void a_command_of_another_part_never_leaves_the_sender() {
        MessageCodec codec = new MessageCodec(registry);
        try (CommandSender draft = CommandSender.open(broker.as(Principal.DRAFT), codec)) {
            Dispatch kill = new Dispatch(
                    Ids.command(), Ids.story(), new Person("chief"), "test/1", new Command.KillStory(Notice.NONE));
            assertThatThrownBy(() -> draft.send(kill, Duration.ofSeconds(30)))
                    .isInstanceOf(BrokersUnavailable.class)
                    .hasCauseInstanceOf(TopicAuthorizationException.class)
                    .hasMessageContainingAll("stet.publications", "log in as somebody who may");
        }
    }

    @Test
    void a_wrong_password_and_a_user_that_nobody_made_are_turned_away() {
        for (Login login : List.of(new Login("draft", "a guess"), new Login("nobody", "a guess"))) {
            try (Admin admin = Admin.create(broker.as(login).settings())) {
                assertRefused(admin.listTopics().names(), SaslAuthenticationException.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Principal.class,
            names = {"WORKFLOW"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobody_else_goes_on_where_the_workflow_reads_or_with_its_transactions(Principal principal) {
        Map<String, Object> settings = broker.as(principal).settings();
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "stet-workflow-1");
        try (var admin = Admin.create(broker.as(principal).settings());
                var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var elsewhere = Map.of(new TopicPartition(Topics.DRAFTS.name(), 0), new OffsetAndMetadata(100));
            assertRefused(
                    admin.alterConsumerGroupOffsets("stet-workflow", elsewhere).all(),
                    GroupAuthorizationException.class);
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(Principal.class)
    void no_part_makes_deletes_cuts_or_changes_a_topic_of_the_newsroom_or_a_right(Principal principal) {
        try (Admin admin = Admin.create(broker.as(principal).settings())) {
            assertRefused(
                    admin.createTopics(List.of(new NewTopic("stet.more", 1, (short) 1)))
                            .all(),
                    TopicAuthorizationException.class);
            for (Topic topic : Topics.ALL) {
                assertRefused(admin.deleteTopics(List.of(topic.name())).all(), TopicAuthorizationException.class);
                assertRefused(
                        admin.deleteRecords(
                                        Map.of(new TopicPartition(topic.name(), 0), RecordsToDelete.beforeOffset(1)))
                                .all(),
                        TopicAuthorizationException.class);
                assertRefused(retainForAnHour(admin, topic), TopicAuthorizationException.class);
            }
            assertRefused(admin.deleteAcls(List.of(AclBindingFilter.ANY)).all(), ClusterAuthorizationException.class);
            assertRefused(
                    admin.alterUserScramCredentials(List.of(new UserScramCredentialDeletion(
                                    Principal.SITE.user(), ScramMechanism.SCRAM_SHA_512)))
                            .all(),
                    ClusterAuthorizationException.class);
        }
    }

    private static KafkaFuture<Void> retainForAnHour(Admin admin, Topic topic) {
        return admin.incrementalAlterConfigs(Map.of(
                        new ConfigResource(ConfigResource.Type.TOPIC, topic.name()),
                        List.of(new AlterConfigOp(
                                new ConfigEntry("retention.ms", "3600000"), AlterConfigOp.OpType.SET))))
                .all();
    }

    private static void assertRefused(KafkaFuture<?> future, Class<? extends Throwable> refusal) {
        assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(refusal);
    }
}
