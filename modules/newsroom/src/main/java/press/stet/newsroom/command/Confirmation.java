package press.stet.newsroom.command;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;
import press.stet.newsroom.command.StoryView.EditionView;

/** Asks before a decision that readers will see the effect of, where there is somebody to ask. */
final class Confirmation {

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    /** A terminal, where somebody sits at one. */
    @SuppressWarnings("SystemConsoleNull") // its contract still allows null
    static Optional<Console> terminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? Optional.of(console) : Optional.empty();
    }

    /** Shows what is decided on, and on a terminal asks. Nobody is asked in a pipe. */
    void ask(String decision, EditionView edition, Session session) {
        ask(
                decision,
                "“" + edition.headline() + "”, " + edition.language() + " version " + edition.version() + ", sent by "
                        + edition.writer() + " at " + edition.at(),
                session);
    }

    /** The same of something else than an edition. */
    void ask(String decision, String about, Session session) {
        Optional<Console> console = terminal();
        if (yes || session.json() || console.isEmpty()) {
            return;
        }
        session.say(about);
        String answer = console.get().readLine("%s? [y/N] ", decision);
        if (answer == null || !answer.strip().toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new CannotBeDone("not done");
        }
    }
}
