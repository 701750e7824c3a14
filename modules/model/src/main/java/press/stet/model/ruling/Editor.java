package press.stet.model.ruling;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.story.Deadline;
import press.stet.model.story.Due;
import press.stet.model.story.Edition;
import press.stet.model.story.Schedule;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/**
 * Rules on commands. A ruling depends on nothing but its arguments, so that it can be asked again at any time; what it leads to
 * is decided in {@link Filing}, {@link Steering}, {@link Reviewing}, {@link Discussing}, {@link Translating} and {@link Publishing}, and brought about by
 * {@link Story#evolve}.
 */
public final class Editor {

    /** How long the outcome of a command is remembered; an older id is refused. */
    public static final Duration REMEMBERED = Duration.ofDays(7);

    /** How far a sender's clock may be ahead of the broker's. */
    public static final Duration CLOCK_AHEAD = Duration.ofMinutes(5);

    private Editor() {}

    /**
     * Rules on a command.
     *
     * @param story the story it names, or null if there is none
     */
    public static Ruling rule(@Nullable Story story, Arrival arrival, Circumstances circumstances) {
        HouseRules house = house(story, arrival.dispatch().command(), circumstances);
        Refusal refusal = admission(arrival, circumstances.earlier());
        Decision decision =
                refusal == null ? decide(story, arrival, house, circumstances, false) : new Decision.Refuse(refusal);
        return switch (decision) {
            case Decision.Refuse refuse -> refused(arrival, refuse.refusal(), house, circumstances);
            case Decision.Accept accept -> accepted(story, arrival, accept, house, circumstances);
        };
    }

    /**
     * Rules on what a story has waited for, when its moment has come.
     *
     * @param due one of {@link Story#due}
     * @param now the moment; where the story's last event is later, that
     * @throws IllegalArgumentException if the story does not wait for it
     */
    public static Ruling.Accepted due(Story story, Due due, Instant now, Circumstances circumstances) {
        Edition edition = story.edition(due.language());
        if (edition == null || !story.due().contains(due)) {
            throw new IllegalArgumentException("story " + story.id() + " does not wait for " + due);
        }
        return switch (due.of()) {
            case PUBLICATION -> publicationDue(story, edition, now, circumstances);
            case REVIEW -> reviewDue(story, edition, now, circumstances);
            case TRANSLATION -> translationDue(story, edition, now, circumstances);
        };
    }

    /** What waits for the story's other languages goes out with those that wait too; else it alone. */
    private static Ruling.Accepted publicationDue(
            Story story, Edition edition, Instant now, Circumstances circumstances) {
        Dispatch dispatch = scheduled(story, edition);
        HouseRules house = house(story, dispatch.command(), circumstances);
        Minutes minutes = new Minutes(story, Cause.of(dispatch), time(story, now), List.of(), house, circumstances);
        boolean together = Objects.requireNonNull(edition.schedule()).together();
        for (Language language : together ? Together.inOrder(story) : List.of(edition.language())) {
            goesOut(language, minutes, now, house, circumstances);
        }
        return released(minutes, now, house, circumstances).ruling();
    }

    /** Has everything go out that waits, if that is what it waited for and no rule stands against any of it. */
    private static Minutes released(Minutes minutes, Instant now, HouseRules house, Circumstances circumstances) {
        Story story = minutes.story();
        if (story == null || !Together.isReady(minutes.happened(), story, house)) {
            return minutes;
        }
        Minutes released = minutes.copy();
        for (Language language : Together.inOrder(story)) {
            if (!goesOut(language, released, now, house, circumstances)) {
                return minutes;
            }
        }
        return released;
    }

    /**
     * Asks, on behalf of whoever scheduled it, with every rule as it stands now.
     *
     * @return whether it goes out
     */
    private static boolean goesOut(
            Language language, Minutes minutes, Instant now, HouseRules house, Circumstances circumstances) {
        Story story = Objects.requireNonNull(minutes.story());
        Edition edition = Objects.requireNonNull(story.edition(language));
        SortedMap<Language, Edition> ready = new TreeMap<>(story.editions());
        ready.put(language, edition.withoutSchedule());
        Dispatch dispatch = scheduled(story, edition);
        Arrival arrival = new Arrival(dispatch, dispatch.command().channel(), now, new Proof.TheirWord());
        boolean together = Objects.requireNonNull(edition.schedule()).together();
        Decision asked = decide(story.with(ready), arrival, house, circumstances, together);
        Scheduling.due(edition, asked).forEach(minutes::take);
        return asked instanceof Decision.Accept;
    }

    /** What was asked for, as if it were asked now. */
    private static Dispatch scheduled(Story story, Edition edition) {
        Schedule schedule = Objects.requireNonNull(edition.schedule());
        Stamp stamp = Objects.requireNonNull(edition.working().manuscript()).stamp();
        Command publish = new Command.PublishVersion(
                edition.language(), stamp.version(), stamp.digest(), schedule.kind(), schedule.note());
        return new Dispatch(schedule.command(), story.id(), schedule.by(), schedule.tool(), publish);
    }

    private static Ruling.Accepted reviewDue(Story story, Edition edition, Instant now, Circumstances circumstances) {
        Working.InReview review = (Working.InReview) edition.working();
        Deadline deadline = Objects.requireNonNull(review.deadline(), "it is due");
        Version version = review.manuscript().version();
        Event told = deadline.reminder() == null
                ? new Event.ReviewOverdue(edition.language(), version, deadline.at())
                : new Event.ReviewDueSoon(edition.language(), version, deadline.at());
        return told(story, deadline, told, now, circumstances);
    }

    private static Ruling.Accepted translationDue(
            Story story, Edition edition, Instant now, Circumstances circumstances) {
        Deadline deadline = Objects.requireNonNull(
                Objects.requireNonNull(edition.job(), "it is asked for").deadline(), "it is due");
        Event told = deadline.reminder() == null
                ? new Event.TranslationOverdue(edition.language(), deadline.at())
                : new Event.TranslationDueSoon(edition.language(), deadline.at());
        return told(story, deadline, told, now, circumstances);
    }

    private static Ruling.Accepted told(
            Story story, Deadline deadline, Event event, Instant now, Circumstances circumstances) {
        HouseRules rules = circumstances.houseRules().apply(story.site());
        Minutes minutes = new Minutes(
                story,
                new Cause(story.id(), deadline.command(), deadline.by(), deadline.tool()),
                time(story, now),
                List.of(),
                rules == null ? HouseRules.NONE : rules,
                circumstances);
        minutes.take(event);
        return minutes.ruling();
    }

    private static HouseRules house(@Nullable Story story, Command command, Circumstances circumstances) {
        Site site = story != null ? story.site() : command instanceof Command.FileStory filing ? filing.site() : null;
        HouseRules rules = site == null ? null : circumstances.houseRules().apply(site);
        return rules == null ? HouseRules.NONE : rules;
    }

    /** What is asked of a command before its story. An id that has an outcome gets no other, whatever else stands against it. */
    private static @Nullable Refusal admission(Arrival arrival, @Nullable Outcome earlier) {
        Dispatch dispatch = arrival.dispatch();
        CommandId id = dispatch.id();
        if (id.mintedAt().isBefore(arrival.at().minus(REMEMBERED))) {
            return Refusal.of(
                    Rule.TOO_OLD,
                    "command " + id + " is from " + id.mintedAt() + "; outcomes are remembered for "
                            + REMEMBERED.toDays() + " days, so send it under a new id");
        }
        if (earlier != null) {
            return Refusal.of(Rule.REPEATED, "command " + id + " was ruled on before; that outcome stands");
        }
        String unproven = unproven(dispatch, arrival.proof());
        if (unproven != null) {
            return Refusal.of(Rule.NOT_PROVEN, unproven);
        }
        if (dispatch.command().channel() != arrival.channel()) {
            return Refusal.of(
                    Rule.WRONG_TOPIC,
                    dispatch.command().getClass().getSimpleName() + " belongs to "
                            + dispatch.command().channel() + ", not to " + arrival.channel());
        }
        return id.mintedAt().isAfter(arrival.at().plus(CLOCK_AHEAD))
                ? Refusal.of(
                        Rule.FROM_THE_FUTURE,
                        "command " + id + " is from " + id.mintedAt() + ", but it is " + arrival.at()
                                + "; set the sender's clock")
                : null;
    }

    /** What the proof lacks, or null. */
    private static @Nullable String unproven(Dispatch dispatch, Proof proof) {
        return switch (proof) {
            case Proof.TheirWord _ -> null;
            case Proof.Unproven unproven -> unproven.why();
            case Proof.Proven proven
            when !proven.person().equals(dispatch.actor()) ->
                "the token is " + proven.person() + "'s, and the command is in the name of " + dispatch.actor();
            case Proof.Proven proven
            when !proven.isOf(dispatch.tool()) ->
                "the token is for the tool '" + proven.tool() + "', and '" + dispatch.tool() + "' sent the command";
            case Proof.Proven _ -> null;
        };
    }

    private static Decision decide(
            @Nullable Story story, Arrival arrival, HouseRules house, Circumstances circumstances, boolean released) {
        Dispatch dispatch = arrival.dispatch();
        Command command = dispatch.command();
        Instant now = time(story, arrival.at());
        if (story == null && !(command instanceof Command.FileStory)) {
            return Decision.refuse(Rule.UNKNOWN_STORY, "there is no story " + dispatch.story());
        }
        if (story != null && story.isKilled()) {
            return Decision.refuse(Rule.KILLED, "story " + story.id() + " was killed; nothing more happens to it");
        }
        if (story != null && story.isSpiked() && !goesOnWhenSpiked(command)) {
            return Decision.refuse(Rule.SPIKED, "story " + story.id() + " was spiked; restore it first");
        }
        if (house.version() == 0 && !takesFromReaders(command)) {
            return Decision.refuse(Rule.UNKNOWN_SITE, "the house has no rules for the site of this story");
        }
        if (!circumstances.staff().knows(dispatch.actor())) {
            return Decision.refuse(Rule.UNKNOWN_PERSON, "the staff list does not name " + dispatch.actor());
        }
        if (story == null) {
            return Filing.begin((Command.FileStory) command, dispatch.actor(), house, circumstances.staff());
        }
        Language language = command.language();
        if (language != null && !takesFromReaders(command) && !house.has(language)) {
            return Decision.refuse(Rule.UNKNOWN_LANGUAGE, house.title() + " is not published in " + language);
        }
        return chapter(
                new Case(story, dispatch.actor(), now, house, circumstances.staff(), circumstances.texts(), released),
                command);
    }

    /** What staff alone decide on: whatever the house demands today, a story can be taken from its readers. */
    private static boolean takesFromReaders(Command command) {
        return command instanceof Command.WithdrawEdition || command instanceof Command.KillStory;
    }

    private static boolean goesOnWhenSpiked(Command command) {
        return command instanceof Command.RestoreStory || command instanceof Command.KillStory;
    }

    private static Decision chapter(Case at, Command command) {
        return switch (command) {
            case Command.FileStory _ ->
                Decision.refuse(Rule.STORY_EXISTS, "story " + at.story().id() + " was filed before");
            case Command.FileEdition file -> Filing.begin(at, file);
            case Command.ReviseCopy revise -> Filing.revise(at, revise);
            case Command.SubmitForReview submit -> Reviewing.submit(at, submit);
            case Command.RecallFromReview recall -> Reviewing.recall(at, recall);
            case Command.DiscardDraft discard -> Filing.discard(at, discard);
            case Command.TakeUpDraft takeUp -> Filing.takeUp(at, takeUp);
            case Command.SpikeStory spike -> Steering.spike(at, spike);
            case Command.RestoreStory _ -> Steering.restore(at);
            case Command.HoldStory hold -> Steering.hold(at, hold);
            case Command.ResumeStory _ -> Steering.resume(at);
            case Command.AssignStory assign -> Steering.assign(at, assign);
            case Command.ApproveVersion approve -> Reviewing.approve(at, approve);
            case Command.RequestChanges changes -> Reviewing.requestChanges(at, changes);
            case Command.ClaimReview claim -> Discussing.claim(at, claim);
            case Command.AddNote add -> Discussing.add(at, add);
            case Command.AnswerNote answer -> Discussing.answer(at, answer);
            case Command.ResolveNote resolve -> Discussing.resolve(at, resolve);
            case Command.WaiveCheck waive -> Reviewing.waive(at, waive);
            case Command.RequestTranslation request -> Translating.request(at, request);
            case Command.DeliverTranslation deliver -> Translating.deliver(at, deliver);
            case Command.AssignTranslation assign -> Translating.assign(at, assign);
            case Command.ConfirmTranslation confirm -> Translating.confirm(at, confirm);
            case Command.CancelTranslation cancel -> Translating.cancel(at, cancel);
            case Command.PublishVersion publish -> Publishing.publish(at, publish);
            case Command.SchedulePublication schedule -> Scheduling.schedule(at, schedule);
            case Command.CancelSchedule cancel -> Scheduling.cancel(at, cancel);
            case Command.SetEmbargo embargo -> Steering.embargo(at, embargo);
            case Command.LiftEmbargo _ -> Steering.liftEmbargo(at);
            case Command.ResendEdition resend -> Publishing.resend(at, resend);
            case Command.WithdrawEdition withdraw -> Publishing.withdraw(at, withdraw);
            case Command.KillStory kill -> Publishing.kill(at, kill);
        };
    }

    private static Ruling refused(Arrival arrival, Refusal refusal, HouseRules house, Circumstances circumstances) {
        return new Ruling.Refused(new RefusedCommand(
                arrival.dispatch(),
                arrival.channel(),
                arrival.at(),
                refusal,
                refusal.rule() == Rule.REPEATED ? circumstances.earlier() : null,
                house.version(),
                circumstances.staff().version()));
    }

    private static Ruling accepted(
            @Nullable Story before,
            Arrival arrival,
            Decision.Accept accept,
            HouseRules house,
            Circumstances circumstances) {
        Minutes minutes = new Minutes(
                before, Cause.of(arrival.dispatch()), time(before, arrival.at()), accept.texts(), house, circumstances);
        accept.events().forEach(minutes::take);
        return released(minutes, arrival.at(), house, circumstances).ruling();
    }

    /** A story's time never goes back, even where the broker's does. */
    private static Instant time(@Nullable Story story, Instant at) {
        return story == null || at.isAfter(story.at()) ? at : story.at();
    }
}
