package press.stet.newsroom.command;

import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.contract.topic.TopicsDiffer;

/** {@code stet ops}: the topics that a newsroom runs on. */
@Command(
        name = "ops",
        description = "Operate: set up the topics, their schemas, and the house.",
        subcommands = {OpsCommand.SetUp.class, HouseCommand.class})
final class OpsCommand {

    @Command(
            name = "topics",
            description = "The newsroom's topics; with --apply, create what is missing and register schemas.")
    static final class SetUp implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Option(
                names = "--apply",
                description = "Create and register what is missing; what differs is named and left alone.")
        private boolean apply;

        @Override
        public Integer call() throws InterruptedException {
            try (Session session = common.open()) {
                if (apply) {
                    apply(session);
                } else {
                    Topics.ALL.stream().map(SetUp::line).forEach(session::say);
                }
                return ExitStatus.DONE;
            }
        }

        private static void apply(Session session) throws InterruptedException {
            Whereabouts where = session.whereabouts();
            try (Admin admin = Admin.create(where.kafka().settings());
                    Registry registry = Registry.at(where.registry())) {
                List<String> done = new TopicSetup(admin, registry, where.partitions()).apply();
                done.forEach(session::say);
                session.say(done.isEmpty() ? "Everything stands as it should." : done.size() + " changes made.");
            } catch (TopicsDiffer differ) {
                throw new CannotBeDone(String.valueOf(differ.getMessage()), differ);
            }
        }

        private static String line(Topic topic) {
            return "%-18s key %-10s %-8s %s"
                    .formatted(
                            topic.name(),
                            topic.key(),
                            topic.cleanup(),
                            topic.retention() == null
                                    ? "for ever"
                                    : topic.retention().toDays() + " days");
        }
    }
}
