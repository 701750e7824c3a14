package press.stet.testkit.guarantee;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.EditionId;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.story.Edition;
import press.stet.testkit.log.Log;

/**
 * Guarantee 4: a schedule ends exactly once: fired, cancelled, voided, or refused when due; and never before it is due, unless it waits for
 * the story's other languages: these fire in one ruling, and none is left behind. What was scheduled and has not ended is pending in the
 * newsroom's state, and nothing else is.
 *
 * <p>Valid: scheduled for noon, moved (which cancels it) to one, fired at one.
 *
 * <p>Invalid: scheduled for noon, fired at noon and once more after a restart. Or: scheduled for noon, fired before. Or: scheduled, and
 * neither ended nor pending. Or: two languages wait for each other, and one of them fires.
 */
public record ScheduleEndsOnce() implements Guarantee {

    @Override
    public String promise() {
        return "A schedule ends exactly once, and does not fire before it is due.";
    }

    @Override
    public List<Breach> breaches(Log log) {
        Findings findings = new Findings(this);
        Map<EditionId, Event.PublicationScheduled> pending = new HashMap<>();
        boolean together = false;
        for (Entry entry : log.entries()) {
            together &= entry.index() > 0;
            Language language = entry.event().language();
            if (language == null) {
                continue;
            }
            EditionId edition = new EditionId(entry.story(), language);
            switch (entry.event()) {
                case Event.PublicationScheduled scheduled ->
                    findings.unless(
                            pending.put(edition, scheduled) == null,
                            entry.story(),
                            () -> "event " + entry.sequence() + " scheduled what was scheduled already");
                case Event.ScheduleCancelled _, Event.ScheduleVoided _ -> ended(pending, edition, entry, findings);
                case Event.ScheduleFired _, Event.ScheduleRefused _ -> {
                    Event.PublicationScheduled ended = due(pending, edition, entry, findings);
                    together |= ended != null && ended.together();
                }
                case Event _ -> {
                    // Ends no schedule.
                }
            }
            if (together && entry.index() == entry.count() - 1) {
                noneIsLeftBehind(pending, entry, findings);
            }
        }
        log.stories().forEach((story, now) -> {
            Set<EditionId> waiting = new HashSet<>();
            for (Edition edition : now.editions().values()) {
                if (edition.schedule() != null) {
                    waiting.add(new EditionId(story, edition.language()));
                }
            }
            findings.unless(
                    waiting.equals(of(story, pending.keySet())),
                    story,
                    () -> "there wait " + waiting + ", and there should " + of(story, pending.keySet()));
        });
        return findings.breaches();
    }

    private static Set<EditionId> of(StoryId story, Set<EditionId> editions) {
        Set<EditionId> own = new HashSet<>(editions);
        own.removeIf(edition -> !edition.story().equals(story));
        return own;
    }

    private static void ended(
            Map<EditionId, Event.PublicationScheduled> pending, EditionId edition, Entry entry, Findings findings) {
        findings.unless(
                pending.remove(edition) != null,
                entry.story(),
                () -> "event " + entry.sequence() + " ended what was not scheduled: " + entry.event());
    }

    private static void noneIsLeftBehind(
            Map<EditionId, Event.PublicationScheduled> pending, Entry entry, Findings findings) {
        pending.forEach((edition, scheduled) -> findings.unless(
                !scheduled.together() || !edition.story().equals(entry.story()),
                entry.story(),
                () -> "the ruling of event " + entry.sequence() + " left " + edition.language() + " behind"));
    }

    private static Event.@Nullable PublicationScheduled due(
            Map<EditionId, Event.PublicationScheduled> pending, EditionId edition, Entry entry, Findings findings) {
        Event.PublicationScheduled scheduled = pending.get(edition);
        findings.unless(
                scheduled == null || scheduled.together() || !entry.at().isBefore(scheduled.due()),
                entry.story(),
                () -> "event " + entry.sequence() + " came at " + entry.at() + ", before it was due");
        ended(pending, edition, entry, findings);
        return scheduled;
    }
}
