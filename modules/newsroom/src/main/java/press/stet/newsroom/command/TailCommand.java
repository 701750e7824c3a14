package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.ops.MayRead;
import press.stet.ops.tail.From;
import press.stet.ops.tail.Tail;
import press.stet.ops.tail.Wanted;

/** {@code stet ops tail}: the log, record by record, as it is written. */
@Command(
        name = "tail",
        description =
                "Show what is committed to the newsroom's topics, as it comes, a line a record; until Ctrl-C, or as"
                        + " much as was asked for. Tokens are never shown.",
        footer = {
            "",
            "  stet ops tail events refusals --from 10m --no-follow",
            "  stet ops tail --story the-ferry-is-late --json --count 100",
        })
final class TailCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(
            paramLabel = "TOPIC",
            arity = "0..*",
            description = "stet.events, or events for short (default: every topic that you may read).")
    private List<String> topics = new ArrayList<>();

    @Option(names = "--story", paramLabel = "STORY", split = ",", description = "Only of this story.")
    private List<String> stories = new ArrayList<>();

    @Option(names = "--language", paramLabel = "LANG", split = ",", description = "Only of this language.")
    private List<String> languages = new ArrayList<>();

    @Option(names = "--actor", paramLabel = "PERSON", split = ",", description = "Only what this person does.")
    private List<String> actors = new ArrayList<>();

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            split = ",",
            description = "Only records of this type, such as CopyRevised; also DeadLetter, unreadable, erased.")
    private Set<String> types = new HashSet<>();

    @Option(
            names = "--from",
            paramLabel = "WHEN",
            defaultValue = "end",
            description = "beginning, end, an instant such as 2026-11-26T18:00:00Z, or a time ago such as 10m"
                    + " (default: ${DEFAULT-VALUE}).")
    private String from = "end";

    @Option(names = "--count", paramLabel = "N", description = "End after so many records.")
    private @Nullable Long count;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = Lasting.class,
            description = "End after a time, such as 30s or 10m.")
    private @Nullable Duration lasting;

    @Option(names = "--no-follow", description = "End where the log ended when this command began.")
    private boolean noFollow;

    @Option(names = "--whole", description = "With --json, all that a record says, with the text of copy.")
    private boolean whole;

    @Override
    public Integer call() throws InterruptedException {
        long most = count == null ? Long.MAX_VALUE : count;
        if (most < 1) {
            throw new WrongUsage("--count is at least 1, got " + count);
        }
        try (Session session = common.open()) {
            Whereabouts where = session.whereabouts();
            Wanted wanted = wanted(session);
            List<Topic> read = readable(session, where);
            try (Registry registry = Registry.at(where.registry());
                    Tail tail = new Tail(where.kafka(), new MessageCodec(registry), read, from())) {
                PrintWriter out = session.out();
                TailLine line = new TailLine(session.json(), whole);
                long end = lasting == null ? 0 : System.nanoTime() + lasting.toNanos();
                long[] left = {most};
                tail.run(
                        wanted,
                        seen -> {
                            out.println(line.of(seen));
                            out.flush();
                            return --left[0] > 0 && !out.checkError();
                        },
                        soFar -> (lasting == null || System.nanoTime() < end) && !(noFollow && soFar.hasCaughtUp()));
            }
            return ExitStatus.DONE;
        }
    }

    private Wanted wanted(Session session) {
        return new Wanted(
                stories.stream().map(name -> story(name, session)).collect(Collectors.toSet()),
                languages.stream().map(TailCommand::language).collect(Collectors.toSet()),
                actors.stream().map(Session::named).collect(Collectors.toSet()),
                types);
    }

    /** One that is named by its id may be one that the newsroom has not heard of yet. */
    private static StoryId story(String name, Session session) {
        try {
            return StoryId.of(name);
        } catch (IllegalArgumentException _) {
            return session.view().story(name).id();
        }
    }

    private static Language language(String tag) {
        try {
            return Language.of(tag);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }

    private List<Topic> readable(Session session, Whereabouts where) throws InterruptedException {
        List<Topic> asked = topics.isEmpty()
                ? Topics.ALL
                : topics.stream().map(TailCommand::topic).distinct().toList();
        Set<String> readable;
        try (Admin admin = Admin.create(where.kafka().settings())) {
            readable = MayRead.of(admin, asked.stream().map(Topic::name).toList());
        }
        String closed = asked.stream()
                .map(Topic::name)
                .filter(name -> !readable.contains(name))
                .collect(Collectors.joining(", "));
        if (!closed.isEmpty() && (!topics.isEmpty() || readable.isEmpty())) {
            throw new CannotBeDone("brokers do not let " + where.kafka() + " read " + closed
                    + ": operators may read what is no command (docs/running.md)");
        }
        if (!closed.isEmpty()) {
            session.say("Not shown, since you may not read it: " + closed);
        }
        return asked.stream().filter(topic -> readable.contains(topic.name())).toList();
    }

    private static Topic topic(String name) {
        return Topics.ALL.stream()
                .filter(topic -> topic.name().equals(name) || topic.name().equals("stet." + name))
                .findFirst()
                .orElseThrow(() -> new WrongUsage("there is no topic '" + TerminalText.line(name) + "'; there are "
                        + Topics.ALL.stream().map(Topic::name).collect(Collectors.joining(", "))));
    }

    private From from() {
        return switch (from.toLowerCase(Locale.ROOT)) {
            case "beginning" -> new From.Beginning();
            case "end" -> new From.End();
            default -> new From.Moment(moment(from));
        };
    }

    private static Instant moment(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException _) {
            try {
                return Instant.now().minus(new Lasting().convert(text));
            } catch (TypeConversionException _) {
                throw new WrongUsage("--from is beginning, end, an instant such as 2026-11-26T18:00:00Z or a time ago"
                        + " such as 10m, not '" + TerminalText.line(text) + "'");
            }
        }
    }
}
