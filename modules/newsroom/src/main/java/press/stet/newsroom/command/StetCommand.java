package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import press.stet.archive.database.DatabaseUnavailable;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.registry.RegistryUnavailable;
import press.stet.contract.sending.CopyTooLarge;
import press.stet.contract.sending.OutcomeUnknown;
import press.stet.draft.markdown.MarkdownRefused;
import press.stet.model.ruling.Rule;
import press.stet.newsroom.house.HouseRefused;
import press.stet.newsroom.parts.CannotRun;
import press.stet.newsroom.parts.PortTaken;
import press.stet.newsroom.settings.SettingsRefused;
import press.stet.newsroom.token.KeysUnfit;
import press.stet.workflow.cluster.UnfitCluster;

/** {@code stet}: everything that people and tools ask of a newsroom. */
@Command(
        name = "stet",
        description = "A newsroom's editorial workflow.",
        mixinStandardHelpOptions = true,
        version = "stet 0.1.0",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:accepted, or shown",
            "1:could not be done",
            "2:wrong usage",
            "3:refused by a rule of the newsroom"
        },
        footer = {
            "",
            "In a clone of its source, stet bench measures how fast a newsroom is on this machine: stet bench --help."
        })
public final class StetCommand {

    private static final List<Class<?>> ALL = List.of(
            NewsroomCommand.class,
            PartCommand.OfWorkflow.class,
            PartCommand.OfArchive.class,
            PartCommand.OfSite.class,
            DraftCommand.class,
            ReviewCommand.class,
            TranslationCommand.class,
            PublishCommand.class,
            StoryCommand.class,
            ImportCommand.class,
            OpsCommand.class);

    /** Runs one command and returns its exit status. */
    public static int run(String... words) {
        return line(words).execute(words);
    }

    /** Runs one command that tells what it has to say elsewhere. */
    static int run(PrintWriter out, PrintWriter err, String... words) {
        return line(words).setOut(out).setErr(err).execute(words);
    }

    private static CommandLine line(String... words) {
        CommandLine line = new CommandLine(new StetCommand());
        meant(words).forEach(line::addSubcommand);
        return line.setExecutionExceptionHandler(failures())
                .setExitCodeExceptionMapper(
                        failure -> failure instanceof ParameterException ? ExitStatus.USAGE : ExitStatus.FAILED)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** The command that the first word names, or all where it names none: reading what all can take is half the time of a short one. */
    private static List<Class<?>> meant(String... words) {
        return words.length == 0
                ? ALL
                : ALL.stream()
                        .filter(each -> each.getAnnotation(Command.class).name().equals(words[0]))
                        .findFirst()
                        .<List<Class<?>>>map(List::of)
                        .orElse(ALL);
    }

    /** What people can mend is told in a sentence; anything else is a fault of ours and is shown whole. */
    private static IExecutionExceptionHandler failures() {
        return (failure, command, _) -> switch (failure) {
            case WrongUsage wrong -> told(command, wrong, ExitStatus.USAGE);
            case MarkdownRefused refused -> told(command, refused, ExitStatus.FAILED);
            case HouseRefused refused -> told(command, refused, ExitStatus.FAILED);
            case KeysUnfit unfit -> told(command, unfit, ExitStatus.FAILED);
            case CannotBeDone cannot -> told(command, cannot, ExitStatus.FAILED);
            case CopyTooLarge tooLarge ->
                told(command, "refused by " + Rule.TOO_LARGE.key() + ": " + tooLarge.getMessage(), ExitStatus.REFUSED);
            case OutcomeUnknown unknown -> told(command, unknown, ExitStatus.FAILED);
            case BrokersUnavailable away -> told(command, away, ExitStatus.FAILED);
            case DatabaseUnavailable away -> told(command, away, ExitStatus.FAILED);
            case UnfitCluster unfit -> told(command, unfit, ExitStatus.FAILED);
            case SettingsRefused refused -> told(command, refused, ExitStatus.FAILED);
            case PortTaken taken -> told(command, taken, ExitStatus.FAILED);
            case CannotRun cannot -> told(command, cannot, ExitStatus.FAILED);
            case RegistryUnavailable away -> told(command, away, ExitStatus.FAILED);
            default -> throw failure;
        };
    }

    private static int told(CommandLine command, Exception failure, int status) {
        return told(command, String.valueOf(failure.getMessage()), status);
    }

    private static int told(CommandLine command, String message, int status) {
        command.getErr().println("stet: " + message);
        command.getErr().flush();
        return status;
    }
}
