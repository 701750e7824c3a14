package press.stet.newsroom.command;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.stet.archive.database.DatabaseSetup;
import press.stet.archive.database.Role;
import press.stet.archive.database.RolePasswords;
import press.stet.contract.access.AccessSetup;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;
import press.stet.contract.registry.Registry;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.TopicsDiffer;
import press.stet.newsroom.settings.Settings;
import press.stet.ops.topics.Surveyor;

/**
 * {@code stet ops topics}: how what the newsroom runs on stands, and mending it. Where settings say where Kafka is, that is
 * where; else it is the Kafka of a running newsroom on one machine, which asks nobody who they are.
 */
@Command(
        name = "topics",
        description =
                "The newsroom's topics with what they hold and how fast it comes in, and what of them, their schemas, the"
                        + " database and the rights to all of it is not as it should be; with --apply, mend that.")
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Option(
            names = "--apply",
            description =
                    "Create what is missing, widen what is too narrow, give and take rights. What could lose records is"
                            + " named, and nothing is changed then.")
    private boolean apply;

    @Option(
            names = "--rotate",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Whose password is to become the one that settings have now (credentials.NAME, roles.NAME), though"
                            + " they have one already. It holds for logins from then on; restart the part with it.")
    private List<String> rotated = new ArrayList<>();

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.open()) {
            try {
                lookAndMend(session, common.settings());
            } catch (TopicsDiffer differ) {
                throw new CannotBeDone(String.valueOf(differ.getMessage()), differ);
            }
            return ExitStatus.DONE;
        }
    }

    private void lookAndMend(Session session, Settings settings) throws InterruptedException {
        Credentials credentials = settings.credentials(rotated);
        RolePasswords roles = settings.roles(rotated);
        requireRotated(credentials, roles);
        Whereabouts where = session.whereabouts();
        try (Admin admin = Admin.create(where.kafka().settings());
                Registry registry = Registry.at(where.registry())) {
            TopicsReport report = new TopicsReport(new Surveyor(admin).look(Instant.now()));
            report.lines().forEach(session::say);
            Findings findings = new TopicSetup(admin, registry, where.partitions())
                    .look()
                    .and(new AccessSetup(admin, credentials).look());
            if (settings.nameDatabase()) {
                findings = findings.and(new DatabaseSetup(settings.database(), roles).look());
            }
            tell(session, findings);
            if (session.json()) {
                session.out().println(report.json(findings, apply));
                session.out().flush();
            }
        }
    }

    private void requireRotated(Credentials credentials, RolePasswords roles) {
        Set<String> known = Stream.concat(
                        credentials.rotated().stream().map(Principal::user),
                        roles.rotated().stream().map(Role::key))
                .collect(Collectors.toSet());
        for (String name : rotated) {
            if (!known.contains(name)) {
                throw new WrongUsage("--rotate " + name + ": neither credentials." + name + " nor roles." + name
                        + " is set to a new password");
            }
        }
    }

    private void tell(Session session, Findings findings) throws InterruptedException {
        findings.leftAlone().forEach(each -> session.say("Left alone: " + each + "."));
        List<Change> changes = findings.changes();
        if (changes.isEmpty()) {
            session.say("Everything stands as it should.");
        } else if (apply) {
            for (Change change : changes) {
                change.make();
                session.say("Done: " + change + ".");
            }
            session.say(counted(changes) + " made.");
        } else {
            changes.forEach(change -> session.say("To do: " + change + "."));
            session.say(counted(changes) + " to be made; do so with --apply.");
        }
    }

    private static String counted(List<Change> changes) {
        return changes.size() == 1 ? "1 change" : changes.size() + " changes";
    }
}
