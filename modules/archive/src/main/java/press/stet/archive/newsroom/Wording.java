package press.stet.archive.newsroom;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.RequiredCheck;

/** Says what happened in a sentence that begins with whoever did it. */
public final class Wording {

    private Wording() {}

    /** Such as {@code put version 2 in review; checks asked: editor, legal by 2}. */
    public static String what(Event event) {
        return switch (event) {
            case Event.StoryFiled filed -> "filed the story for " + filed.site();
            case Event.EditionFiled _ -> "filed the story anew in this language";
            case Event.DraftDiscarded discarded -> "discarded version " + discarded.version();
            case Event.StorySpiked spiked -> "spiked the story: " + spiked.reason();
            case Event.StoryRestored _ -> "took the spiked story up again";
            case Event.StoryHeld held -> "held the story: " + held.reason();
            case Event.StoryResumed _ -> "resumed the story";
            case Event.StoryAssigned assigned ->
                assigned.to() == null
                        ? "took the story from whoever had it"
                        : "gave the story to " + assigned.to()
                                + (assigned.due() == null ? "" : ", due at " + assigned.due());
            case Event.PublicationScheduled scheduled ->
                scheduled.together()
                        ? "has version " + scheduled.version()
                                + " wait for the story's other languages, at the latest until " + scheduled.due()
                        : "scheduled version " + scheduled.version() + " for "
                                + scheduled.due().atZone(scheduled.zone());
            case Event.ScheduleCancelled _ -> "cancelled the schedule";
            case Event.ScheduleVoided voided -> "voided the schedule: " + voided.why();
            case Event.ScheduleFired _ -> "scheduled it for now: it goes out";
            case Event.ScheduleRefused refused ->
                "scheduled it for now, and it does not go out, by the rule " + refused.rule() + ": " + refused.reason();
            case Event.EmbargoSet set ->
                "kept the story from the public "
                        + (set.until() == null ? "until that is lifted" : "until " + set.until());
            case Event.EmbargoLifted _ -> "lifted the embargo";
            case Event.EditionResent resent -> "sent number " + resent.number() + " once more to those who take it";
            case Event.CopyRevised revised -> "sent version " + revised.stamp().version() + base(revised.stamp());
            case Event.ApprovalsVoided voided ->
                "took version " + voided.version() + " out of review by sending new copy";
            case Event.SubmittedForReview submitted ->
                "put version " + submitted.version() + " in review; checks asked: " + checks(submitted.checks())
                        + (submitted.due() == null ? "" : "; due at " + submitted.due());
            case Event.WorkSetAside aside -> "set version " + aside.version() + " aside for something more urgent";
            case Event.WorkTakenUp taken -> "took version " + taken.version() + " up again";
            case Event.ReviewClaimed claimed -> claimed.by() + " sees to the " + claimed.check() + " check";
            case Event.ReviewReleased released -> released.by() + " sees to the " + released.check() + " check no more";
            case Event.NoteAdded note ->
                "wrote note " + note.note() + (note.blocking() ? ", to be resolved first," : "") + " on "
                        + (note.block() == null
                                ? "version " + note.version()
                                : note.block() + " of version " + note.version())
                        + ": " + note.text();
            case Event.NoteAnswered answered -> "answered note " + answered.note() + ": " + answered.text();
            case Event.NoteResolved resolved -> "resolved note " + resolved.note();
            case Event.CheckWaived waived ->
                "left the " + waived.check() + " check of version " + waived.version() + " out: " + waived.reason();
            case Event.ReviewOwed owed ->
                "published version " + owed.version() + " without checks that are to be given now: "
                        + checks(owed.checks());
            case Event.ReviewDueSoon soon -> "asked for a review that is due at " + soon.due();
            case Event.ReviewOverdue overdue -> "asked for a review that was due at " + overdue.due();
            case Event.TranslationDueSoon soon -> "asked for a translation that is due at " + soon.due();
            case Event.TranslationOverdue overdue -> "asked for a translation that was due at " + overdue.due();
            case Event.RecalledFromReview recalled -> "took version " + recalled.version() + " back out of review";
            case Event.VersionApproved approved ->
                "gave version " + approved.version() + " the " + approved.check() + " check";
            case Event.ReviewCompleted completed ->
                "gave the last check: version " + completed.version() + " is fit to print";
            case Event.ChangesRequested requested ->
                "sent version " + requested.version() + " back: " + requested.note();
            case Event.TranslationRequested requested -> "asked for a translation of " + requested.source();
            case Event.TranslationDelivered delivered ->
                "delivered version " + delivered.stamp().version() + source(delivered.stamp());
            case Event.TranslationAssigned assigned ->
                (assigned.to() == null
                                ? "left the translation to whoever takes it up"
                                : "gave the translation to " + assigned.to())
                        + (assigned.due() == null ? "" : ", due at " + assigned.due());
            case Event.TranslationStale stale ->
                stale.all().isEmpty()
                        ? "left nothing of " + stale.source() + " to be taken up"
                        : "changed the source: of " + stale.source() + " there are to be taken up " + stale.all();
            case Event.TranslationConfirmed confirmed -> "found it right for " + confirmed.source();
            case Event.FactsTaken taken ->
                "changed the facts of the source, which readers see as number " + taken.number();
            case Event.ReadersTold told ->
                (told.stale()
                                ? "has readers told that the source has changed since"
                                : "no longer has readers told that the source has changed")
                        + ", as number " + told.number();
            case Event.TranslationCancelled _ -> "ended the translation that was asked for";
            case Event.EditionPublished published ->
                "published version " + published.version() + " as number " + published.number() + " ("
                        + published.kind().name().toLowerCase(Locale.ROOT) + ")"
                        + notice(published.note().in(published.language()));
            case Event.EditionWithdrawn withdrawn ->
                "withdrew the edition" + notice(withdrawn.notice().in(withdrawn.language()));
            case Event.StoryKilled killed ->
                "killed the story in every language" + notice(killed.notice().otherwise());
            case Event.EditionKilled _ -> "took the edition from its readers for good";
        };
    }

    /** The version that an event is about, or null. */
    static @Nullable Integer version(Event event) {
        return switch (event) {
            case Event.StoryFiled filed -> filed.stamp().version().number();
            case Event.EditionFiled filed -> filed.stamp().version().number();
            case Event.DraftDiscarded discarded -> discarded.version().number();
            case Event.PublicationScheduled scheduled -> scheduled.version().number();
            case Event.CopyRevised revised -> revised.stamp().version().number();
            case Event.TranslationDelivered delivered ->
                delivered.stamp().version().number();
            case Event.WorkSetAside aside -> aside.version().number();
            case Event.WorkTakenUp taken -> taken.version().number();
            case Event.NoteAdded note -> note.version().number();
            case Event.CheckWaived waived -> waived.version().number();
            case Event.ReviewOwed owed -> owed.version().number();
            case Event.ReviewDueSoon soon -> soon.version().number();
            case Event.ReviewOverdue overdue -> overdue.version().number();
            case Event.ReviewClaimed _, Event.ReviewReleased _, Event.NoteAnswered _, Event.NoteResolved _ -> null;
            case Event.ApprovalsVoided voided -> voided.version().number();
            case Event.SubmittedForReview submitted -> submitted.version().number();
            case Event.RecalledFromReview recalled -> recalled.version().number();
            case Event.VersionApproved approved -> approved.version().number();
            case Event.ReviewCompleted completed -> completed.version().number();
            case Event.ChangesRequested requested -> requested.version().number();
            case Event.EditionPublished published -> published.version().number();
            case Event.OfTheTranslation _,
                    Event.FactsTaken _,
                    Event.ReadersTold _,
                    Event.EditionWithdrawn _,
                    Event.OfTheStory _,
                    Event.OfTheSchedule _,
                    Event.EditionResent _,
                    Event.EditionKilled _ -> null;
        };
    }

    private static String base(Stamp stamp) {
        return stamp.basedOn() == null ? "" : ", made from version " + stamp.basedOn();
    }

    private static String source(Stamp stamp) {
        return stamp.source() == null ? "" : ", translated from " + stamp.source();
    }

    private static String checks(List<RequiredCheck> checks) {
        return checks.stream()
                .map(each -> each.quorum() == 1 ? each.check().name() : each.check() + " by " + each.quorum())
                .collect(Collectors.joining(", "));
    }

    private static String notice(String words) {
        return words.isEmpty() ? "" : ": " + words;
    }
}
