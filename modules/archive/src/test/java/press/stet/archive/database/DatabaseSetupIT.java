package press.stet.archive.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

class DatabaseSetupIT {

    private static final String NOT_ALLOWED = "permission denied";
    private static final String NOT_THEIRS = "must be owner of";

    private final DatabaseSettings owner = FreshDatabase.make();

    @BeforeEach
    void everything_stands() throws InterruptedException {
        look(passwords()).make();
    }

    /** Roles belong to the server, which other tests use too. */
    @AfterEach
    void forget_the_roles() {
        for (Role role : Role.values()) {
            as(owner, "drop owned by " + role);
            as(owner, "drop role " + role);
        }
    }

    @Test
    void a_second_look_finds_that_everything_stands() {
        assertThat(look(passwords())).isEqualTo(Findings.NONE);
        assertThat(look(RolePasswords.NONE)).isEqualTo(Findings.NONE);
    }

    @Test
    void the_archive_reads_and_changes_rows_of_both_schemas() {
        for (String schema : Schema.keys()) {
            String progress = schema + ".progress";
            as(Role.ARCHIVE, "insert into " + progress + " (topic, partition, next) values ('t', 0, 1)");
            as(Role.ARCHIVE, "update " + progress + " set next = 2");
            as(Role.ARCHIVE, "select * from " + progress);
            as(Role.ARCHIVE, "delete from " + progress);
        }
    }

    @Test
    void the_archive_makes_changes_and_drops_no_table() {
        assertThat(List.of(
                        "drop table published.edition",
                        "truncate published.edition",
                        "alter table newsroom.story add column mine text",
                        "create table published.mine (id int)",
                        "create index mine on newsroom.event (story)",
                        "create schema mine",
                        "create temporary table mine (id int)",
                        "drop schema newsroom cascade",
                        "update published.flyway_schema_history set success = false",
                        "create role mine"))
                .allSatisfy(statement -> assertThatThrownBy(() -> as(Role.ARCHIVE, statement))
                        .isInstanceOf(JdbiException.class)
                        .rootCause()
                        .message()
                        .containsAnyOf(NOT_ALLOWED, NOT_THEIRS));
    }

    @Test
    void the_site_reads_what_readers_may_see() {
        as(Role.SITE, "select * from published.edition");
        as(Role.SITE, "select * from published.progress");
    }

    @Test
    void the_site_writes_nothing_and_sees_nothing_unpublished_even_where_it_tries_to_write() {
        assertThat(List.of(
                        "insert into published.progress (topic, partition, next) values ('t', 0, 1)",
                        "update published.edition set number = 1",
                        "delete from published.shelf",
                        "truncate published.edition",
                        "create table published.mine (id int)",
                        "create temporary table mine (id int)",
                        "select * from newsroom.version",
                        "select * from newsroom.story",
                        "drop table published.edition"))
                .allSatisfy(statement -> assertThatThrownBy(
                                () -> as(Role.SITE, "set default_transaction_read_only = off", statement))
                        .isInstanceOf(JdbiException.class)
                        .rootCause()
                        .message()
                        .containsAnyOf(NOT_ALLOWED, NOT_THEIRS));
    }

    @Test
    void a_transaction_of_the_site_only_reads_unless_it_says_otherwise() {
        assertThatThrownBy(() -> as(Role.SITE, "delete from published.shelf"))
                .rootCause()
                .hasMessageContaining("read-only transaction");
    }

    @Test
    void a_table_that_a_later_build_makes_is_theirs_to_use_at_once() {
        as(owner, "create table published.later (id int)");

        as(Role.SITE, "select * from published.later");
        as(Role.ARCHIVE, "insert into published.later values (1)");
        assertThat(look(RolePasswords.NONE)).isEqualTo(Findings.NONE);
    }

    @Test
    void nobody_else_connects() throws InterruptedException {
        as(owner, "create role stranger login password 'stranger'");
        DatabaseSettings stranger = new DatabaseSettings(owner.url(), "stranger", "stranger");
        assertThatThrownBy(() -> as(stranger, "select 1")).rootCause().hasMessageContaining(NOT_ALLOWED);

        as(owner, "drop role stranger");
    }

    @Test
    void what_is_missing_is_given_and_what_is_too_much_is_taken() throws InterruptedException {
        as(owner, "revoke select on published.edition from site");
        as(owner, "grant usage on schema newsroom to site");
        as(owner, "grant select, delete on newsroom.version to site");
        as(owner, "grant select on newsroom.version to public");

        Findings findings = look(RolePasswords.NONE);

        assertThat(findings.changes())
                .extracting(Change::words)
                .containsExactly(
                        "take from everybody select on table newsroom.version",
                        "take from site delete, select on table newsroom.version",
                        "take from site usage on schema newsroom",
                        "let site select on table published.edition");
        findings.make();
        assertThat(look(RolePasswords.NONE)).isEqualTo(Findings.NONE);
        assertThatThrownBy(() -> as(Role.SITE, "select * from newsroom.version"))
                .rootCause()
                .hasMessageContaining(NOT_ALLOWED);
    }

    @Test
    void an_archive_that_may_make_no_tables_waits_until_the_owner_has_made_them() throws InterruptedException {
        as(owner, "drop schema newsroom cascade");
        DatabaseSettings archive = new DatabaseSettings(owner.url(), Role.ARCHIVE.key(), password(Role.ARCHIVE));
        Database.bring(archive, Schema.PUBLISHED);
        assertThatThrownBy(() -> Database.bring(archive, Schema.NEWSROOM))
                .isInstanceOf(SchemaBehind.class)
                .hasMessageContainingAll("schema newsroom", "not at version", "archive at", "stet ops topics --apply");

        Database.bring(owner, Schema.NEWSROOM);

        assertThatThrownBy(() -> Database.bring(archive, Schema.NEWSROOM))
                .as("as long as it may not look into it")
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining(NOT_ALLOWED);
        look(RolePasswords.NONE).make();
        Database.bring(archive, Schema.NEWSROOM);
    }

    @Test
    void whoever_does_not_own_the_database_is_told_so() {
        as(owner, "revoke select on published.edition from site");
        DatabaseSettings archive = new DatabaseSettings(owner.url(), Role.ARCHIVE.key(), password(Role.ARCHIVE));

        Findings findings = new DatabaseSetup(archive, RolePasswords.NONE).look();

        assertThat(findings.changes()).isEmpty();
        assertThat(findings.leftAlone())
                .singleElement()
                .asString()
                .contains("archive at", "does not own it", "database.user");
    }

    @Test
    void what_makes_a_role_mightier_than_any_right_is_told_and_left_alone() {
        as(owner, "alter role site superuser");
        as(owner, "grant pg_write_all_data to archive");
        as(owner, "alter schema newsroom owner to archive");

        assertThat(look(RolePasswords.NONE).leftAlone())
                .satisfiesExactly(
                        each -> assertThat(each).startsWith("role archive owns what it should only use"),
                        each -> assertThat(each).startsWith("role archive has the rights of another role too"),
                        each -> assertThat(each).startsWith("role site may do more on this server"));

        as(owner, "alter schema newsroom owner to postgres");
    }

    @Test
    void a_password_that_stands_is_changed_only_where_that_is_asked_for() {
        RolePasswords changed = new RolePasswords(Map.of(Role.SITE, "another"), Set.of());
        assertThat(look(changed)).isEqualTo(Findings.NONE);

        Findings findings = look(new RolePasswords(Map.of(Role.SITE, "another"), Set.of(Role.SITE)));

        assertThat(findings.changes()).extracting(Change::words).containsExactly("give role site the new password");
    }

    private Findings look(RolePasswords passwords) {
        return new DatabaseSetup(owner, passwords).look();
    }

    private static RolePasswords passwords() {
        return new RolePasswords(
                Arrays.stream(Role.values()).collect(Collectors.toMap(role -> role, DatabaseSetupIT::password)),
                Set.of());
    }

    private static String password(Role role) {
        return "s3cret-of-" + role;
    }

    private void as(Role role, String... statements) {
        as(new DatabaseSettings(owner.url(), role.key(), password(role)), statements);
    }

    /** The first column of the first row of the last one, where it has any. */
    private static String as(DatabaseSettings settings, String... statements) {
        return Jdbi.create(settings.url(), settings.user(), settings.password()).withHandle(handle -> {
            String last = "";
            for (String statement : statements) {
                last = statement.startsWith("select")
                        ? handle.createQuery(statement)
                                .mapTo(String.class)
                                .findFirst()
                                .orElse("")
                        : String.valueOf(handle.execute(statement));
            }
            return last;
        });
    }
}
