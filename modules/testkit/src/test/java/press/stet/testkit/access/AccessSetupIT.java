package press.stet.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.access.AccessSetup;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.Login;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

class AccessSetupIT {

    @TempDir
    private static Path directory;

    private static ASecuredBroker broker;

    private Admin admin;

    @BeforeAll
    static void start() throws Exception {
        broker = new ASecuredBroker(directory);
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void everything_stands() throws InterruptedException {
        admin = broker.admin();
        look(ASecuredBroker.credentials()).make();
    }

    @AfterEach
    void close() throws Exception {
        admin.deleteAcls(List.of(AclBindingFilter.ANY)).all().get();
        admin.close();
    }

    @Test
    void a_second_look_finds_that_everything_stands() throws InterruptedException {
        assertThat(look(ASecuredBroker.credentials())).isEqualTo(Findings.NONE);
        assertThat(look(Credentials.NONE)).isEqualTo(Findings.NONE);
    }

    @Test
    void what_is_missing_is_given_and_what_is_too_much_is_taken() throws Exception {
        AclBinding given = allowed("User:draft", ResourceType.TOPIC, "stet.drafts", AclOperation.WRITE);
        AclBinding sneaked = allowed("User:review", ResourceType.TOPIC, "stet.publications", AclOperation.WRITE);
        admin.deleteAcls(List.of(given.toFilter())).all().get();
        admin.createAcls(List.of(sneaked)).all().get();

        Findings findings = look(Credentials.NONE);

        assertThat(findings.changes())
                .extracting(Change::words)
                .containsExactly(
                        "let draft write on topic stet.drafts", "take from review write on topic stet.publications");
        findings.make();
        assertThat(standing()).contains(given).doesNotContain(sneaked);
        assertThat(look(Credentials.NONE)).isEqualTo(Findings.NONE);
    }

    @Test
    void what_others_have_and_what_ours_have_elsewhere_is_never_touched() throws Exception {
        List<AclBinding> others = List.of(
                allowed("User:connect", ResourceType.TOPIC, "stet.events", AclOperation.READ),
                allowed("User:archive", ResourceType.TOPIC, "orders", AclOperation.READ));
        admin.createAcls(others).all().get();

        assertThat(look(Credentials.NONE)).isEqualTo(Findings.NONE);
        assertThat(standing()).containsAll(others);
    }

    @Test
    void what_lets_ours_do_more_by_a_wider_rule_is_told_and_left_alone() throws Exception {
        admin.createAcls(List.of(
                        allowed("User:site", ResourceType.TOPIC, "*", AclOperation.WRITE),
                        allowed("User:*", ResourceType.TOPIC, "stet.events", AclOperation.READ),
                        new AclBinding(
                                new ResourcePattern(ResourceType.TOPIC, "stet.drafts", PatternType.LITERAL),
                                new AccessControlEntry("User:draft", "*", AclOperation.WRITE, AclPermissionType.DENY))))
                .all()
                .get();

        Findings findings = look(Credentials.NONE);

        assertThat(findings.changes()).isEmpty();
        assertThat(findings.leftAlone())
                .satisfiesExactlyInAnyOrder(
                        each -> assertThat(each).startsWith("site may write on topic *"),
                        each -> assertThat(each).startsWith("everybody may read on topic stet.events"),
                        each -> assertThat(each).startsWith("draft is forbidden to write on topic stet.drafts"));
    }

    @Test
    void a_password_that_stands_is_changed_only_where_that_is_asked_for() throws InterruptedException {
        Credentials changed = new Credentials(Map.of(Principal.SITE, "another"), Set.of());
        assertThat(look(changed)).isEqualTo(Findings.NONE);

        Findings findings = look(new Credentials(Map.of(Principal.SITE, "another"), Set.of(Principal.SITE)));

        assertThat(findings.changes()).extracting(Change::words).containsExactly("give user site the new password");
        findings.make();
        assertThat(logsIn(broker.as(new Login("site", "another")))).isTrue();
        assertThat(logsIn(broker.as(Principal.SITE))).isFalse();
        look(ASecuredBroker.credentials(Principal.SITE)).make();
        assertThat(logsIn(broker.as(Principal.SITE))).isTrue();
    }

    @Test
    void whoever_may_not_describe_the_cluster_is_told_to_log_in_as_somebody_who_may() {
        try (Admin site = Admin.create(broker.as(Principal.SITE).settings())) {
            assertThatThrownBy(() -> new AccessSetup(site, Credentials.NONE).look())
                    .isInstanceOf(BrokersUnavailable.class)
                    .hasMessageContainingAll("access control lists", "log in as somebody who may");
        }
    }

    @Test
    void ops_sees_how_rights_stand_and_cannot_change_them() throws Exception {
        AclBinding given = allowed("User:draft", ResourceType.TOPIC, "stet.drafts", AclOperation.WRITE);
        admin.deleteAcls(List.of(given.toFilter())).all().get();
        try (Admin ops = Admin.create(broker.as(Principal.OPS).settings())) {
            Findings findings = new AccessSetup(ops, Credentials.NONE).look();
            assertThat(findings.changes()).hasSize(1);
            assertThatThrownBy(findings::make)
                    .isInstanceOf(BrokersUnavailable.class)
                    .hasMessageContainingAll("needs ALTER permission", "log in as somebody who may");
        }
    }

    private Findings look(Credentials credentials) throws InterruptedException {
        return new AccessSetup(admin, credentials).look();
    }

    private Collection<AclBinding> standing() throws Exception {
        return admin.describeAcls(AclBindingFilter.ANY).values().get();
    }

    private static boolean logsIn(KafkaConnection as) throws InterruptedException {
        try (Admin client = Admin.create(as.settings())) {
            client.describeCluster().nodes().get();
            return true;
        } catch (ExecutionException failure) {
            assertThat(failure).hasCauseInstanceOf(SaslAuthenticationException.class);
            return false;
        }
    }

    private static AclBinding allowed(String user, ResourceType type, String name, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, PatternType.LITERAL),
                new AccessControlEntry(user, "*", operation, AclPermissionType.ALLOW));
    }
}
