package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.contract.sending.Answer;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Violation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What became of a command, as a sentence for people or as one JSON object for tools.
 *
 * @param language null where it was about the whole story
 * @param version null where it was about no version
 * @param events the names of what happened, in order; empty where it was refused
 * @param rule null where it was accepted
 * @param reason why it was refused; else empty
 * @param path where readers find the edition, or null where they do not
 * @param inForce whether readers see what this led to; null where it changes nothing for them
 */
record Report(
        StoryId story,
        @Nullable Language language,
        @Nullable Version version,
        List<String> events,
        @Nullable Rule rule,
        String reason,
        List<Violation> violations,
        @Nullable String path,
        @Nullable Boolean inForce) {

    Report {
        events = List.copyOf(events);
        violations = List.copyOf(violations);
    }

    /** A story that was killed has nothing left to decide on: nobody needs to be asked what would become of a command. */
    static Report ofKilled(StoryId story, Language language) {
        return new Report(
                story,
                language,
                null,
                List.of(),
                Rule.KILLED,
                "story " + story + " was killed; nothing more happens to it",
                List.of(),
                null,
                null);
    }

    /** What became of a command. */
    static Report of(
            StoryId story,
            @Nullable Language language,
            @Nullable Version version,
            Answer answer,
            @Nullable String path,
            @Nullable Boolean inForce) {
        return switch (answer) {
            case Answer.Accepted accepted ->
                new Report(
                        story,
                        language,
                        broughtBy(accepted.events(), version),
                        accepted.events().stream()
                                .map(entry -> entry.event().getClass().getSimpleName())
                                .toList(),
                        null,
                        "",
                        List.of(),
                        path,
                        inForce);
            case Answer.Refused refused ->
                refused(story, language, version, refused.refused().refusal());
            case Answer.Repeated repeated ->
                switch (repeated.first()) {
                    case Outcome.Accepted _ ->
                        new Report(story, language, version, List.of(), null, "", List.of(), path, inForce);
                    case Outcome.Refused first ->
                        new Report(
                                story,
                                language,
                                version,
                                List.of(),
                                first.rule(),
                                "it was refused when it was first sent",
                                List.of(),
                                null,
                                null);
                };
        };
    }

    private static Report refused(
            StoryId story, @Nullable Language language, @Nullable Version version, Refusal refusal) {
        return new Report(
                story,
                language,
                version,
                List.of(),
                refusal.rule(),
                refusal.reason(),
                refusal.violations(),
                null,
                null);
    }

    private static @Nullable Version broughtBy(List<Entry> events, @Nullable Version otherwise) {
        return events.stream()
                .flatMap(entry -> Optional.ofNullable(entry.event().stamp()).stream())
                .map(stamp -> stamp.version())
                .findFirst()
                .orElse(otherwise);
    }

    boolean accepted() {
        return rule == null;
    }

    int exitStatus() {
        return accepted() ? Boolean.FALSE.equals(inForce) ? ExitStatus.FAILED : ExitStatus.DONE : ExitStatus.REFUSED;
    }

    void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            out.println(json());
        } else if (rule == null) {
            out.println(edition() + ": " + String.join(", ", events));
        } else {
            out.println(edition() + " refused by " + rule.key() + ": " + reason);
        }
        out.flush();
    }

    private String edition() {
        return story.shortId() + (language == null ? "" : "/" + language) + (version == null ? "" : "@" + version);
    }

    /** Several commands on one story, told as one: accepted if all were, else with the first refusal. */
    static Report together(List<Report> each) {
        Report told =
                each.stream().filter(report -> !report.accepted()).findFirst().orElse(each.getFirst());
        return new Report(
                told.story(),
                null,
                null,
                each.stream().flatMap(report -> report.events().stream()).toList(),
                told.rule(),
                told.reason(),
                told.violations(),
                null,
                null);
    }

    /** The same with what became of each. */
    ObjectNode json(List<Report> each) {
        ObjectNode json = json();
        ArrayNode reports = json.putArray("each");
        each.forEach(report -> reports.add(report.json()));
        return json;
    }

    private ObjectNode json() {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("story", story.toString());
        json.put("language", language == null ? null : language.tag());
        if (version == null) {
            json.putNull("version");
        } else {
            json.put("version", version.number());
        }
        json.put("accepted", accepted());
        ArrayNode names = json.putArray("events");
        events.forEach(names::add);
        json.put("rule", rule == null ? null : rule.key());
        json.put("reason", reason.isEmpty() ? null : reason);
        if (!violations.isEmpty()) {
            ArrayNode all = json.putArray("violations");
            violations.forEach(
                    each -> all.addObject().put("block", each.block().text()).put("what", each.what()));
        }
        json.put("path", path);
        json.put("inForce", inForce);
        return json;
    }
}
