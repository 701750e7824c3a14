package press.stet.workflow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.contract.header.Trace;
import press.stet.contract.history.Chain;
import press.stet.contract.history.SealedRecord;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.command.Dispatch;
import press.stet.model.house.Staff;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.BrokenHistory;
import press.stet.model.story.Due;
import press.stet.workflow.state.Cabinet;
import press.stet.workflow.state.Change;
import press.stet.workflow.state.OnFile;
import press.stet.workflow.state.Timer;
import press.stet.workflow.state.UnreadableState;

/**
 * Has every command ruled on, keeps what that changes and sends what follows from it. All of it is written out, and found small
 * enough, before the first of it is stored or sent.
 */
final class RuleOnCommands implements Processor<byte[], Reading.Incoming, byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(RuleOnCommands.class);

    /** Broker clocks may be this far apart before an outcome could be forgotten whose command is not yet too old. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private static final Duration FORGETTING = Duration.ofSeconds(1);

    /** What is due waits so long at most before anybody looks. */
    private static final Duration LOOKING_AT_TIMERS = Duration.ofMillis(10);

    /** Commands wait while timers are seen to: at most so many, and so long, at once. */
    private static final int MOST_TIMERS = 100;

    private static final Duration LONGEST_WITH_TIMERS = Duration.ofMillis(20);

    /** Some milliseconds of work, and ten times as many as commands could come in that second. */
    private static final int FORGOTTEN_AT_ONCE = 1_000;

    private final MessageCodec codec;
    private final Chain chain;
    private final Outputs outputs;
    private final Patience patience;
    private final Proving proving;
    private final Backlog backlog;
    private final CommitWhenDrained commits;
    private final InstantSource clock = InstantSource.system();

    @SuppressWarnings("NullAway.Init") // comes with init
    private ProcessorContext<byte[], byte[]> context;

    @SuppressWarnings("NullAway.Init") // comes with init
    private Cabinet cabinet;

    @SuppressWarnings("NullAway.Init") // comes with init
    private HouseBook house;

    private long latest;

    RuleOnCommands(MessageCodec codec, Patience patience, Proving proving, Backlog backlog, CommitWhenDrained commits) {
        this.codec = codec;
        this.chain = new Chain(codec);
        this.outputs = new Outputs(codec);
        this.patience = patience;
        this.proving = proving;
        this.backlog = backlog;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.cabinet = new Cabinet(context);
        this.house = new HouseBook(context, codec);
        this.latest = 0;
        context.schedule(FORGETTING, PunctuationType.WALL_CLOCK_TIME, this::forget);
        context.schedule(LOOKING_AT_TIMERS, PunctuationType.WALL_CLOCK_TIME, this::fire);
    }

    @Override
    public void process(Record<byte[], Reading.Incoming> record) {
        Reading.Incoming incoming = record.value();
        latest = Math.max(latest, record.timestamp());
        OnFile before = fireBefore(incoming.dispatch().story(), incoming.at());
        Consequences consequences;
        try {
            consequences = patience.within(() -> consequences(incoming, before));
        } catch (CannotBeRuled unfit) {
            LOG.error("Command {} cannot be ruled on", incoming.dispatch().id(), unfit);
            context.forward(DeadLetters.of(incoming, unfit.why()), NewsroomTopology.DEAD_LETTERS);
            return;
        }
        bringAbout(consequences);
        backlog.ruledOn(
                incoming.origin().topic(),
                incoming.origin().partition(),
                incoming.origin().offset());
    }

    @Override
    public void close() {
        commits.gone(context);
    }

    private void bringAbout(Consequences consequences) {
        consequences.changes().forEach(Change::make);
        consequences.outputs().forEach(output -> context.forward(output.record(), output.sink()));
    }

    /** What was due in a story before a command of it came in goes before the command: the story as that leaves it. */
    private @Nullable OnFile fireBefore(StoryId id, Instant moment) {
        OnFile onFile = cabinet.story(id);
        while (onFile != null) {
            Due next = onFile.story().due().stream().findFirst().orElse(null);
            if (next == null || !next.at().isBefore(moment)) {
                return onFile;
            }
            fire(onFile, cabinet.timer(id, next));
            onFile = cabinet.story(id);
        }
        return null;
    }

    /** What is due, unless a command may have come in before that has not been ruled on. */
    private void fire(long now) {
        Instant moment = Instant.ofEpochMilli(now);
        List<Timer> due = cabinet.due(moment, MOST_TIMERS);
        if (due.isEmpty()) {
            return;
        }
        Instant done = backlog.doneBy(due.getLast().due().at(), context.taskId().partition());
        long end = System.nanoTime() + LONGEST_WITH_TIMERS.toNanos();
        for (Timer timer : due) {
            if (timer.due().at().isAfter(done) || System.nanoTime() > end) {
                return;
            }
            OnFile before = cabinet.story(timer.story());
            if (before == null) {
                throw new IllegalStateException("the story of a timer is missing: " + timer);
            }
            // What was due before it may have left nothing to wait for.
            if (before.story().due().contains(timer.due())) {
                fire(before, timer);
            }
        }
    }

    /** Whatever goes wrong here ends the instance: there is no command to set aside, and a timer is never dropped. */
    private void fire(OnFile before, Timer timer) {
        Instant clocked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant now = clocked.isAfter(timer.due().at()) ? clocked : timer.due().at();
        Circumstances circumstances =
                new Circumstances(house::houseRules, house.staff(), cabinet.texts(timer.story()), null);
        Ruling.Accepted ruling = Editor.due(before.story(), timer.due(), now, circumstances);
        List<SealedRecord> sealed = chain.seal(ruling.entries(), before.last(), timer.origin());
        List<Change> changes =
                cabinet.changes(before.story(), ruling, sealed.getLast().digest(), timer.origin());
        changes.stream().filter(Change::isTooLarge).findAny().ifPresent(change -> {
            throw new IllegalStateException("what a timer makes of the story is more than can be kept: " + change);
        });
        bringAbout(new Consequences(changes, outputs.of(ruling, sealed, Trace.begin())));
        commits.done(context);
    }

    /** Everything that is to be kept and sent. */
    private record Consequences(List<Change> changes, List<Output> outputs) {}

    private Consequences consequences(Reading.Incoming incoming, @Nullable OnFile before) {
        Dispatch dispatch = incoming.dispatch();
        Outcome earlier = cabinet.outcome(dispatch.id(), dispatch.story());
        Ruling ruling = rule(incoming, before, earlier);
        Trace trace = Trace.of(incoming.letter().headers()).orElseGet(Trace::begin);
        List<Change> changes = new ArrayList<>();
        if (earlier == null && isRemembered(dispatch, incoming.at())) {
            changes.add(cabinet.remember(dispatch.id(), dispatch.story(), ruling.outcome()));
        }
        List<Output> following = switch (ruling) {
            case Ruling.Accepted accepted -> {
                List<SealedRecord> sealed =
                        chain.seal(accepted.entries(), before == null ? null : before.last(), incoming.origin());
                changes.addAll(cabinet.changes(
                        before == null ? null : before.story(),
                        accepted,
                        sealed.getLast().digest(),
                        incoming.origin()));
                yield outputs.of(accepted, sealed, trace);
            }
            case Ruling.Refused refused ->
                List.of(outputs.of(new LoggedRefusal(refused.refused(), incoming.origin()), trace));
        };
        changes.stream().filter(Change::isTooLarge).findAny().ifPresent(change -> {
            throw new CannotBeRuled("what it makes of the story is more than can be kept: " + change);
        });
        return new Consequences(changes, following);
    }

    /**
     * A command that the rules themselves stumble over must not stop the newsroom: nothing has happened yet. A state that
     * cannot be must.
     */
    private Ruling rule(Reading.Incoming incoming, @Nullable OnFile before, @Nullable Outcome earlier) {
        Dispatch dispatch = incoming.dispatch();
        Staff staff = house.staff();
        Circumstances circumstances =
                new Circumstances(house::houseRules, staff, cabinet.texts(dispatch.story()), earlier);
        try {
            Arrival arrival = new Arrival(
                    dispatch, incoming.channel(), incoming.at(), proving.of(incoming.token(), incoming.at(), staff));
            return Editor.rule(before == null ? null : before.story(), arrival, circumstances);
        } catch (BrokenHistory | UnreadableState | KafkaException fatal) {
            throw fatal;
        } catch (RuntimeException stumble) {
            throw new CannotBeRuled("the rules stumbled over it: " + stumble, stumble);
        }
    }

    /** An outcome older than that is forgotten already, and its command's repeats are too old. */
    private static boolean isRemembered(Dispatch dispatch, Instant at) {
        return !dispatch.id().mintedAt().isBefore(at.minus(Editor.REMEMBERED));
    }

    /**
     * Only what both clocks call old is forgotten, so that neither a broker's nor this machine's clock can by itself make a
     * repeat pass for a new command.
     */
    private void forget(long now) {
        Instant both = Instant.ofEpochMilli(Math.min(latest, now));
        cabinet.forget(both.minus(Editor.REMEMBERED).minus(CLOCKS_APART), FORGOTTEN_AT_ONCE);
    }
}
