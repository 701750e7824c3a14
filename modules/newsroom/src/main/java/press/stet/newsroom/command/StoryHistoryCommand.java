package press.stet.newsroom.command;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.copy.Section;
import press.stet.model.house.Grant;
import press.stet.model.house.Staff;
import press.stet.newsroom.record.Examiner;
import press.stet.newsroom.record.Finding;
import press.stet.ops.house.HouseLog;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet story history}: what happened to a story, what was refused, and whether the record of it is as it was written. */
@Command(
        name = "history",
        description =
                "What happened to a story, and what was refused: who, when, by which tool, under which versions of the"
                        + " house rules and the staff list, and why.",
        footer = "%nWith --verify the exit status is 1 where the history is not as it was written.")
final class StoryHistoryCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(paramLabel = "STORY", converter = StoryName.Reader.class, description = "STORY")
    private @Nullable StoryName name;

    @Option(
            names = "--verify",
            description = "Examine the record: the chain of digests over the bytes as they were written, what is shown"
                    + " against what they say, and each version's text against the digest in its event.")
    private boolean verify;

    @Option(
            names = "--grants",
            description =
                    "Also the roles that each had then, as the staff list of that version gave them. Reads stet.staff:"
                            + " the user ops may.")
    private boolean grants;

    @Override
    public Integer call() {
        try (Session session = common.open()) {
            StoryView story = session.view().story(DraftCommand.given(name).story());
            JsonNode history = session.view().get("/newsroom/stories/" + story.id() + "/history");
            if (grants) {
                addGrants(history, session);
            }
            Finding finding = verify ? examine(story, session) : null;
            if (session.json()) {
                session.out().println(finding == null ? history : with(history, finding));
                session.out().flush();
            } else {
                tell(history, session);
                if (finding != null) {
                    tell(finding, session);
                }
            }
            return finding == null || finding.isIntact() ? ExitStatus.DONE : ExitStatus.FAILED;
        }
    }

    private static void addGrants(JsonNode history, Session session) {
        try (Registry registry = Registry.at(session.whereabouts().registry())) {
            HouseLog house = new HouseLog(session.whereabouts().kafka(), new MessageCodec(registry));
            for (JsonNode event : history.path("events")) {
                Staff staff = house.staff(event.path("staff").asInt());
                ArrayNode held = ((ObjectNode) event).putArray("grants");
                if (staff != null) {
                    Person actor = new Person(event.path("actor").asString());
                    staff.members().getOrDefault(actor, List.of()).stream()
                            .map(StoryHistoryCommand::words)
                            .sorted()
                            .forEach(held::add);
                }
            }
        }
    }

    /** Such as {@code editor (harbour; en, ru)}; a role everywhere is a word. */
    private static String words(Grant grant) {
        String sections = grant.sections().stream().map(Section::key).sorted().collect(Collectors.joining(", "));
        String languages =
                grant.languages().stream().map(Language::tag).sorted().collect(Collectors.joining(", "));
        String where =
                Stream.of(sections, languages).filter(each -> !each.isEmpty()).collect(Collectors.joining("; "));
        return grant.role().name() + (where.isEmpty() ? "" : " (" + where + ")");
    }

    private static Finding examine(StoryView story, Session session) {
        try (Registry registry = Registry.at(session.whereabouts().registry())) {
            return new Examiner(
                            new MessageCodec(registry),
                            (language, version) -> session.view()
                                    .findText(story.id(), language, version)
                                    .orElse(null))
                    .examine(
                            session.view().history(story.id()),
                            story.json().path("sequence").asLong());
        }
    }

    private static void tell(JsonNode history, Session session) {
        if (history.path("events").isEmpty()) {
            session.say("Nothing has happened.");
        }
        // Events come in their order; a refusal stands behind those of its moment.
        Stream.concat(
                        history.path("events").valueStream(),
                        history.path("refusals").valueStream())
                .sorted(Comparator.comparing(
                        each -> Instant.parse(each.path("at").asString())))
                .map(each -> each.has("rule") ? refusal(each) : event(each))
                .map(TerminalText::line)
                .forEach(session::say);
    }

    private static String event(JsonNode event) {
        return "%4d  %s  %s by %s (rules %s, staff %s%s)  %s%s"
                .formatted(
                        event.path("sequence").asLong(),
                        event.path("at").asString(),
                        event.path("actor").asString(),
                        event.path("tool").asString(),
                        number(event.path("houseRules")),
                        number(event.path("staff")),
                        event.has("grants") ? ": " + Table.words(event.path("grants")) : "",
                        event.path("language")
                                .asStringOpt()
                                .map(tag -> tag + ": ")
                                .orElse(""),
                        event.path("what").asString());
    }

    private static String number(JsonNode version) {
        return version.isInt() ? version.asString() : "?";
    }

    private static String refusal(JsonNode refusal) {
        return "   –  %s  %s by %s  %s%s refused by %s: %s"
                .formatted(
                        refusal.path("at").asString(),
                        refusal.path("actor").asString(),
                        refusal.path("tool").asString(),
                        refusal.path("language")
                                .asStringOpt()
                                .map(tag -> tag + ": ")
                                .orElse(""),
                        refusal.path("command").asString(),
                        refusal.path("rule").asString(),
                        refusal.path("reason").asString());
    }

    private static void tell(Finding finding, Session session) {
        Finding.Fault fault = finding.fault();
        if (fault != null) {
            session.say(
                    "NOT AS IT WAS WRITTEN, from event " + fault.sequence() + " on: " + TerminalText.line(fault.why()));
            return;
        }
        session.say("As it was written: " + finding.events() + " events, each sealed onto the one before, and "
                + finding.texts() + " texts with the digests that their events name.");
        if (!finding.missing().isEmpty()) {
            session.say("Texts that are not there, erased or not come yet: " + String.join(", ", finding.missing()));
        }
        session.say("The last event, which no other names, has the digest " + finding.last());
    }

    private static JsonNode with(JsonNode history, Finding finding) {
        ObjectNode json = (ObjectNode) history;
        ObjectNode verified = json.putObject("verified")
                .put("intact", finding.isIntact())
                .put("events", finding.events())
                .put("texts", finding.texts())
                .put("last", finding.last() == null ? null : finding.last().toString());
        finding.missing().forEach(verified.putArray("missing")::add);
        Finding.Fault fault = finding.fault();
        if (fault == null) {
            verified.putNull("fault");
        } else {
            verified.putObject("fault").put("sequence", fault.sequence()).put("why", fault.why());
        }
        return json;
    }
}
