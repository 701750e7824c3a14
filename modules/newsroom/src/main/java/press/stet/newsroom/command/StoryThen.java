package press.stet.newsroom.command;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Stamp;
import press.stet.model.story.Approvals;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Schedule;
import press.stet.model.story.Story;
import press.stet.model.story.Working;
import press.stet.newsroom.record.Retrospect;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A story as it was at a moment: where it stood, who had given which check, and what readers saw. */
final class StoryThen {

    private final Story story;
    private final Instant moment;
    private final Session session;

    private StoryThen(Story story, Instant moment, Session session) {
        this.story = story;
        this.moment = moment;
        this.session = session;
    }

    /** Tells it, and says the exit status. */
    static int tell(StoryView view, Instant moment, Session session) {
        try (Registry registry = Registry.at(session.whereabouts().registry())) {
            Optional<Story> then = Retrospect.at(moment, session.view().history(view.id()), new MessageCodec(registry));
            Story story =
                    then.orElseThrow(() -> new CannotBeDone("story " + view.id() + " had not been filed at " + moment));
            StoryThen told = new StoryThen(story, moment, session);
            session.out().println(session.json() ? told.json() : TerminalText.of(told.lines()));
            session.out().flush();
            return ExitStatus.DONE;
        }
    }

    private String lines() {
        StringBuilder lines = new StringBuilder(
                story.id().shortId() + "  " + story.id() + "  at " + moment + ", after event " + story.sequence());
        about().forEach(each -> lines.append("\n  ").append(each));
        for (Edition edition : story.editions().values()) {
            lines.append("\n  %-6s %-9s %s".formatted(edition.language(), state(edition), inHand(edition)));
            lines.append("\n         readers: ").append(seen(edition));
        }
        return lines.toString();
    }

    private List<String> about() {
        return Stream.of(
                        story.killed() == null ? null : "killed",
                        story.hold() == null
                                ? null
                                : "held by " + story.hold().by() + ": "
                                        + story.hold().reason(),
                        story.embargo() == null || !story.embargo().isInForce(moment)
                                ? null
                                : "embargoed by " + story.embargo().by()
                                        + (story.embargo().until() == null
                                                ? " until that is lifted"
                                                : " until " + story.embargo().until()),
                        story.assigned() == null
                                ? null
                                : "assigned to " + story.assigned().to())
                .filter(Objects::nonNull)
                .toList();
    }

    private static String state(Edition edition) {
        return switch (edition.working()) {
            case Working.None _ -> "–";
            case Working.Draft _ -> "draft";
            case Working.InReview _ -> "in-review";
            case Working.Approved _ -> "approved";
            case Working.Scheduled _ -> "scheduled";
            case Working.Spiked _ -> "spiked";
        };
    }

    private static String inHand(Edition edition) {
        if (edition.working().manuscript() == null) {
            return "nothing in hand";
        }
        Schedule schedule = edition.schedule();
        String checks = given(edition).stream()
                .map(each -> each.check() + " by " + each.by())
                .collect(Collectors.joining(", "));
        return "version " + edition.working().manuscript().version() + " by "
                + edition.working().manuscript().writer()
                + (checks.isEmpty() ? "" : "; checks given: " + checks)
                + (schedule == null ? "" : "; to go out at " + schedule.due());
    }

    private static List<Approvals.Given> given(Edition edition) {
        return switch (edition.working()) {
            case Working.InReview review -> review.approvals().given();
            case Working.Approved ready -> ready.approvals().given();
            case Working.Scheduled waiting -> waiting.approvals().given();
            case Working.None _, Working.Draft _, Working.Spiked _ -> List.of();
        };
    }

    private String seen(Edition edition) {
        return switch (edition.live()) {
            case Live.Unpublished _ -> "nothing";
            case Live.Published published ->
                "number " + published.number() + ", version " + published.version()
                        + headline(edition, published.version());
            case Live.Withdrawn withdrawn ->
                "number " + withdrawn.number() + ", withdrawn: "
                        + withdrawn.notice().in(edition.language());
            case Live.Killed killed -> "number " + killed.number() + ", killed";
        };
    }

    private String headline(Edition edition, Version version) {
        return text(edition, version)
                .map(copy -> ", “" + copy.headline() + "”")
                .orElse(", whose text is not there any more");
    }

    private Optional<Copy> text(Edition edition, Version version) {
        return session.view().findText(story.id(), edition.language(), version);
    }

    private ObjectNode json() {
        ObjectNode json = JsonMapper.shared()
                .createObjectNode()
                .put("story", story.id().toString())
                .put("at", moment.toString())
                .put("sequence", story.sequence())
                .put("killed", story.isKilled())
                .put("held", story.hold() == null ? null : story.hold().reason())
                .put("embargoed", story.embargo() != null && story.embargo().isInForce(moment));
        ArrayNode editions = json.putArray("editions");
        for (Edition edition : story.editions().values()) {
            Stamp inHand = edition.working().manuscript() == null
                    ? null
                    : edition.working().manuscript().stamp();
            Schedule schedule = edition.schedule();
            ObjectNode object = editions.addObject()
                    .put("language", edition.language().tag())
                    .put("state", state(edition).equals("–") ? "none" : state(edition));
            put(object, inHand);
            ArrayNode checks = object.putArray("checks");
            for (Approvals.Given given : given(edition)) {
                checks.addObject()
                        .put("check", given.check().name())
                        .put("by", given.by().account())
                        .put("at", given.at().toString());
            }
            object.put("scheduledFor", schedule == null ? null : schedule.due().toString());
            putSeen(object.putObject("readers"), edition);
        }
        return json;
    }

    private void putSeen(ObjectNode readers, Edition edition) {
        String live = switch (edition.live()) {
            case Live.Unpublished _ -> "unpublished";
            case Live.Published _ -> "published";
            case Live.Withdrawn _ -> "withdrawn";
            case Live.Killed _ -> "killed";
        };
        readers.put("live", live).put("number", edition.live().number());
        put(readers, edition.shown());
        readers.put(
                "headline",
                edition.live() instanceof Live.Published published
                        ? text(edition, published.version()).map(Copy::headline).orElse(null)
                        : null);
        readers.put(
                "notice",
                edition.live() instanceof Live.Withdrawn withdrawn
                        ? withdrawn.notice().in(edition.language())
                        : null);
    }

    private static void put(ObjectNode object, @Nullable Stamp stamp) {
        if (stamp == null) {
            object.putNull("version").putNull("digest");
        } else {
            object.put("version", stamp.version().number())
                    .put("digest", stamp.digest().toString());
        }
    }
}
