package press.stet.newsroom.command;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.stet.newsroom.parts.ArchivePart;
import press.stet.newsroom.parts.Part;
import press.stet.newsroom.parts.PartProcess;
import press.stet.newsroom.parts.SitePart;
import press.stet.newsroom.parts.WorkflowPart;
import press.stet.newsroom.settings.Settings;

/** One part of a newsroom on many machines, until it is told to stop. */
@Command(mixinStandardHelpOptions = true)
abstract class PartCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--port", paramLabel = "N", description = "Where it answers over HTTP (http.port).")
    private @Nullable Integer port;

    @Override
    public final Integer call() {
        // Before the first logger is made.
        System.setProperty("logback.configurationFile", "logback-parts.xml");
        Settings read = settings.read("http.port", port);
        PartProcess.run(part(read), read.http());
        return ExitStatus.DONE;
    }

    abstract Part part(Settings settings);

    /** {@code stet workflow}. */
    @Command(name = "workflow", description = "Run an instance of the workflow, which rules on commands.")
    static final class OfWorkflow extends PartCommand {
        @Override
        Part part(Settings settings) {
            return new WorkflowPart(settings.workflow(), settings.registry());
        }
    }

    /** {@code stet archive}. */
    @Command(name = "archive", description = "Run an instance of the archive, with the newsroom view.")
    static final class OfArchive extends PartCommand {
        @Override
        Part part(Settings settings) {
            return new ArchivePart(settings.archive(), settings.registry(), settings.partitions());
        }
    }

    /** {@code stet site}. */
    @Command(name = "site", description = "Run an instance of the readers' site.")
    static final class OfSite extends PartCommand {
        @Override
        Part part(Settings settings) {
            return new SitePart(settings.kafka(), settings.database(), settings.site());
        }
    }
}
