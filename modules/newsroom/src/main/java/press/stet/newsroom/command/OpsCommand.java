package press.stet.newsroom.command;

import picocli.CommandLine.Command;

/** {@code stet ops}: what a newsroom runs on, and by. */
@Command(
        name = "ops",
        description =
                "Operate: set up the topics, their schemas, the database, who may do what with them, the house and tokens;"
                        + " see that nothing is lost or late; rebuild what is made from the log.",
        subcommands = {
            TopicsCommand.class,
            LagCommand.class,
            TailCommand.class,
            DeadLettersCommand.class,
            WhatIfCommand.class,
            HouseCommand.class,
            TokenCommand.class,
            OpsRebuildCommand.class
        })
final class OpsCommand {}
