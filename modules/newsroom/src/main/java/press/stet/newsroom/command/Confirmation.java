package press.stet.newsroom.command;

import java.io.Console;
import java.util.Locale;
import picocli.CommandLine.Option;
import press.stet.newsroom.command.StoryView.EditionView;

/** Asks before a decision that readers will see the effect of, where there is somebody to ask. */
final class Confirmation {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    /** Shows what is decided on, and on a terminal asks. Nobody is asked in a pipe. */
    void ask(String decision, EditionView edition, Session session) {
        Console console = System.console();
        if (yes || session.json() || console == null || !console.isTerminal()) {
            return;
        }
        session.say("“" + edition.headline() + "”, " + edition.language() + " version " + edition.version()
                + ", sent by " + edition.writer() + " at " + edition.at());
        String answer = console.readLine("%s? [y/N] ", decision);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new CannotBeDone("not done");
        }
    }
}
