package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.DataDirectoryInUse;
import press.stet.newsroom.embedded.NotNewsroomData;
import press.stet.newsroom.embedded.PartFailed;
import press.stet.newsroom.house.HouseFile;
import press.stet.newsroom.parts.FrontDoor;
import press.stet.newsroom.parts.PortTaken;
import press.stet.newsroom.running.Newsroom;
import press.stet.newsroom.running.NewsroomSettings;
import press.stet.newsroom.sample.Sample;
import press.stet.newsroom.settings.HttpSettings;

/** {@code stet newsroom}: the whole newsroom on this machine. */
@Command(
        name = "newsroom",
        description = "Start a newsroom on this machine. Its state survives; Ctrl-C stops it in order.",
        mixinStandardHelpOptions = true)
final class NewsroomCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Of the site and the newsroom view (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--house",
            paramLabel = "FILE",
            description = "House rules and staff to put in force (docs/house.md).")
    private @Nullable Path house;

    @Option(
            names = "--demand-tokens",
            description = "Take nobody at their word, on this machine either: whoever acts or asks brings a token.")
    private boolean demandTokens;

    @Option(names = "--sample", description = "Bring three sample stories in five languages.")
    private boolean sample;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = command == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : command.commandLine().getOut();
        NewsroomSettings settings =
                new NewsroomSettings(port, Optional.ofNullable(house).map(HouseFile::read), demandTokens);
        requireFree(settings);
        Newsroom newsroom = Newsroom.with(open(), settings, line -> tell(out, line));
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> {
            newsroom.close();
            tell(out, "The newsroom has stopped.");
            stopped.countDown();
        }));
        try {
            newsroom.start();
        } catch (PortTaken | PartFailed cause) {
            throw new CannotBeDone(String.valueOf(cause.getMessage()), cause);
        }
        if (sample) {
            Sample.bringTo(newsroom).forEach(line -> tell(out, line));
        }
        welcome(out, newsroom);
        stopped.await();
        return ExitStatus.DONE;
    }

    /** Before there is anything to undo: no directory, no part that runs. */
    private static void requireFree(NewsroomSettings settings) {
        try {
            FrontDoor.requireFree(HttpSettings.onThisMachine(settings.port()));
        } catch (PortTaken cause) {
            throw new CannotBeDone(String.valueOf(cause.getMessage()), cause);
        }
    }

    private DataDirectory open() {
        try {
            DataDirectory opened = DataDirectory.open(data.directory());
            // Before the first logger is made: the log of a newsroom stands with its data.
            System.setProperty("logback.configurationFile", "logback-newsroom.xml");
            System.setProperty("stet.logs", opened.logs().toString());
            return opened;
        } catch (DataDirectoryInUse | NotNewsroomData cause) {
            throw new CannotBeDone(String.valueOf(cause.getMessage()), cause);
        }
    }

    private static void welcome(PrintWriter out, Newsroom newsroom) {
        String at = newsroom.address().getPort() == 8080 ? "" : " --newsroom " + newsroom.address();
        String story = "the-river-ferry-gets-its-bell-back";
        tell(out, """

            The newsroom is ready. Readers: %s

            A story's way to its readers, to copy into another terminal:
              ./stet draft file docs/first-story.md --as reporter%s
              ./stet draft submit %s --as reporter%s
              ./stet review queue%s
              ./stet review approve %s --as editor --yes%s
              ./stet publish now %s --as publisher --yes%s

            Ctrl-C stops it.\
            """.formatted(newsroom.address(), at, story, at, at, story, at, story, at));
    }

    private static void tell(PrintWriter out, String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }
}
