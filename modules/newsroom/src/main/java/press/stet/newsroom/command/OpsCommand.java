package press.stet.newsroom.command;

import picocli.CommandLine.Command;

/** {@code stet ops}: what a newsroom runs on, and by. */
@Command(
        name = "ops",
        description =
                "Operate: set up the topics, their schemas, the database, who may do what with them, the house and tokens;"
                        + " rebuild what is made from the log.",
        subcommands = {TopicsCommand.class, HouseCommand.class, TokenCommand.class, OpsRebuildCommand.class})
final class OpsCommand {}
