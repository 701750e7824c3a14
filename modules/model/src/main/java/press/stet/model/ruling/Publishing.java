package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Command;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Source;
import press.stet.model.event.Event;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/** How an edition reaches its readers, and is taken from them again. */
final class Publishing {

    private Publishing() {}

    static Decision publish(Case at, Command.PublishVersion publish) {
        Edition edition = at.story().edition(publish.language());
        if (edition == null) {
            return Reviewing.unknown(at, publish.language());
        }
        return switch (edition.working()) {
            case Working.None _, Working.Draft _, Working.InReview _, Working.Spiked _ ->
                Reviewing.outOfTurn(edition, "nothing is approved");
            case Working.Approved ready -> publish(at, edition, ready, publish);
            case Working.Scheduled waiting ->
                Scheduling.instead(edition, publish(at, edition, waiting.ready(), publish));
        };
    }

    private static Decision publish(Case at, Edition edition, Working.Approved ready, Command.PublishVersion publish) {
        var stamp = ready.manuscript().stamp();
        Refusal refusal = Case.firstOf(
                at.held(),
                at.embargoed(),
                at.permission(right(publish.kind()), publish.language()),
                Reviewing.expected(ready.manuscript(), publish.version()),
                Reviewing.sameText(stamp, publish.digest()),
                turn(edition, publish.kind()),
                checked(at, edition, ready),
                stamp.source() == null ? null : sourceApproved(at, stamp.source()),
                Meanwhile.refusal(at, edition),
                Reviewing.complete(at, edition, at.text(publish.language(), publish.version()), stamp.source()),
                room(edition, publish.kind()));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        return Decision.accept(
                Together.waits(at)
                        ? Together.waiting(at, publish)
                        : new Event.EditionPublished(
                                publish.language(),
                                publish.version(),
                                publish.digest(),
                                edition.live().number() + 1,
                                publish.kind(),
                                publish.note()));
    }

    static Decision resend(Case at, Command.ResendEdition resend) {
        Edition edition = at.story().edition(resend.language());
        if (edition == null) {
            return Reviewing.unknown(at, resend.language());
        }
        if (!(edition.live() instanceof Live.Published published)) {
            return Reviewing.outOfTurn(edition, "there is nothing to send again");
        }
        Refusal refusal = at.permission(Right.PUBLISH, resend.language());
        return refusal == null
                ? Decision.accept(new Event.EditionResent(resend.language(), published.number()))
                : new Decision.Refuse(refusal);
    }

    static Decision withdraw(Case at, Command.WithdrawEdition withdraw) {
        Edition edition = at.story().edition(withdraw.language());
        if (edition == null) {
            return Reviewing.unknown(at, withdraw.language());
        }
        if (!(edition.live() instanceof Live.Published published)) {
            return Reviewing.outOfTurn(edition, "there is nothing to withdraw");
        }
        Refusal refusal = Case.firstOf(
                at.permission(Right.WITHDRAW, withdraw.language()),
                published.number() == withdraw.number()
                        ? null
                        : Refusal.of(
                                Rule.EXPECTED_VERSION,
                                "this was decided on number " + withdraw.number() + ", but readers see number "
                                        + published.number()));
        return refusal == null
                ? Decision.accept(
                        new Event.EditionWithdrawn(withdraw.language(), published.number() + 1, withdraw.notice()))
                : new Decision.Refuse(refusal);
    }

    /** Ends everything in every language: what was ever public is killed, what was asked for is cancelled. */
    static Decision kill(Case at, Command.KillStory kill) {
        Refusal refusal = at.permission(Right.KILL, at.story().original());
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        List<Event> events = new ArrayList<>(Scheduling.voided(at.story(), "the story was killed"));
        events.add(new Event.StoryKilled(kill.notice()));
        for (Edition edition : at.story().editions().values()) {
            if (edition.live().number() > 0) {
                events.add(new Event.EditionKilled(
                        edition.language(), edition.live().number() + 1));
            }
        }
        events.addAll(Translating.cancelled(at.story()));
        return Decision.accept(events.toArray(Event[]::new));
    }

    static Right right(PublicationKind kind) {
        return switch (kind) {
            case FIRST, UPDATE -> Right.PUBLISH;
            case CORRECTION -> Right.CORRECT;
            case MINOR -> Right.MINOR;
        };
    }

    private static @Nullable Refusal turn(Edition edition, PublicationKind kind) {
        boolean live = edition.live() instanceof Live.Published;
        boolean fits = switch (kind) {
            case FIRST -> !live;
            case UPDATE, CORRECTION, MINOR -> live;
        };
        return fits
                ? null
                : Refusal.of(
                        Rule.OUT_OF_TURN,
                        live
                                ? "readers see this edition already; publish an update, a correction or a minor change"
                                : "readers do not see this edition; publish it as new first");
    }

    /** The house is asked again: it may have become stricter since the review. */
    static @Nullable Refusal checked(Case at, Edition edition, Working.Approved ready) {
        Refusal noted = Discussing.openNotes(edition);
        if (noted != null) {
            return noted;
        }
        List<RequiredCheck> missing = ready.approvals().missing(at.required(edition));
        return missing.isEmpty()
                ? null
                : Refusal.of(
                        Rule.CHECKS,
                        "the house asks for checks that version "
                                + ready.manuscript().version() + " does not have: " + Reviewing.names(missing));
    }

    /** Approved must be what it was made from, and what it takes facts from by way of that. */
    private static @Nullable Refusal sourceApproved(Case at, Source source) {
        if (at.house().translateFromLive() && !isLive(at.story(), source) && !Together.goesFirst(at, source)) {
            return unapproved(source, "live");
        }
        return Facts.versions(source, at.story()).stream()
                .filter(each -> !wasApproved(at.story(), each))
                .findFirst()
                .map(each -> unapproved(each, "approved"))
                .orElse(null);
    }

    private static boolean wasApproved(Story story, Source source) {
        Edition edition = story.edition(source.language());
        return edition != null && edition.wasApproved(source.version());
    }

    /** That version, or one that replaced it for readers. */
    private static boolean isLive(Story story, Source source) {
        Edition edition = story.edition(source.language());
        return edition != null
                && edition.live() instanceof Live.Published published
                && published.version().compareTo(source.version()) >= 0;
    }

    private static Refusal unapproved(Source source, String what) {
        return Refusal.of(
                Rule.SOURCE_NOT_APPROVED,
                "it was made from version " + source.version() + " in " + source.language() + ", which is not " + what
                        + " yet");
    }

    private static @Nullable Refusal room(Edition edition, PublicationKind kind) {
        return kind == PublicationKind.CORRECTION
                        && edition.live() instanceof Live.Published published
                        && published.corrections().size() >= Edition.MOST_CORRECTIONS
                ? Refusal.of(
                        Rule.LIMIT, "an edition carries at most " + Edition.MOST_CORRECTIONS + " notes of correction")
                : null;
    }
}
