package press.stet.newsroom.command;

import picocli.CommandLine.Command;

/** {@code stet ops}: what a newsroom runs on. */
@Command(
        name = "ops",
        description =
                "Operate: set up the topics, their schemas, the database, who may do what with them, and the house;"
                        + " rebuild what is made from the log.",
        subcommands = {TopicsCommand.class, HouseCommand.class, OpsRebuildCommand.class})
final class OpsCommand {}
