package press.stet.ops.deadletter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.LetterHeaders;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.sending.Answer;
import press.stet.contract.sending.OutcomeUnknown;
import press.stet.contract.topic.Topics;
import press.stet.model.CommandId;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;
import press.stet.model.ruling.Outcome;
import press.stet.ops.deadletter.Fates.Found;

/**
 * Sends the commands of dead letters anew: those of a story in the order in which they came in, each when the one before it was
 * accepted. Where one is not, the later ones of its story wait; other stories go on.
 *
 * <p>None has an effect twice, however often and from wherever this is run, and wherever it is broken off: what has an outcome is not
 * sent; what is under way is sent under the same id, which the workflow rules on once.
 */
public final class Replay {

    private final KafkaConnection kafka;
    private final Fates fates;
    private final Underway underway;
    private final Sending sending;
    private final Duration timeout;
    private final InstantSource clock;

    /** Sends commands as somebody who may. */
    public interface Sending {

        /** Why a command cannot be sent; empty if it can. */
        String objection(Dispatch dispatch);

        /** Sends it with a header more, and waits for its outcome. */
        Answer send(Dispatch dispatch, Duration timeout, Headers further) throws InterruptedException;
    }

    /**
     * Ready to send.
     *
     * @param kafka as somebody who may read events, refusals and dead letters, and see where the workflow is
     * @param partitions of every topic about stories
     * @param timeout the longest wait for an outcome
     */
    public Replay(
            KafkaConnection kafka,
            MessageCodec codec,
            int partitions,
            Sending sending,
            Duration timeout,
            InstantSource clock) {
        this.kafka = kafka;
        this.fates = new Fates(kafka, codec, partitions);
        this.underway = new Underway(kafka, partitions);
        this.sending = sending;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * Sends those of these that have no outcome.
     *
     * @param letters in their order
     * @param told of each that is open, as soon as it is known what came of it
     * @throws OutcomeUnknown if the workflow does not answer in time; later ones were not sent
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public void run(List<DeadLetter> letters, Consumer<Replayed> told) throws InterruptedException {
        Map<StoryId, List<DeadLetter>> stories = new LinkedHashMap<>();
        for (DeadLetter letter : letters) {
            if (letter.story() == null) {
                told.accept(new Replayed.Waits(letter, unreadable(letter)));
            } else {
                stories.computeIfAbsent(letter.story(), _ -> new ArrayList<>()).add(letter);
            }
        }
        try (Returned returned = new Returned(kafka)) {
            for (List<DeadLetter> story : stories.values()) {
                run(story, returned, told);
            }
        }
    }

    private void run(List<DeadLetter> story, Returned returned, Consumer<Replayed> told) throws InterruptedException {
        DeadLetter before = null;
        for (DeadLetter letter : story) {
            Found found = fates.look(List.of(letter)).getOrDefault(letter, new Found(new Fate.Open(), Set.of()));
            if (!(found.fate() instanceof Fate.Open)) {
                continue;
            }
            if (before != null) {
                told.accept(new Replayed.Waits(letter, "it waits for " + before.id() + " of the same story"));
                continue;
            }
            Replayed replayed = replay(letter, found, returned);
            told.accept(replayed);
            if (!isAccepted(replayed)) {
                before = letter;
            }
        }
    }

    private static boolean isAccepted(Replayed replayed) {
        return switch (replayed) {
            case Replayed.Decided decided ->
                switch (decided.answer()) {
                    case Answer.Accepted _ -> true;
                    case Answer.Repeated repeated -> repeated.first() instanceof Outcome.Accepted;
                    case Answer.Refused _ -> false;
                };
            case Replayed.DeadAgain _, Replayed.Waits _ -> false;
        };
    }

    private Replayed replay(DeadLetter letter, Found found, Returned returned) throws InterruptedException {
        return switch (letter.content()) {
            case Content.Illegible unreadable -> new Replayed.Waits(letter, unreadable.why());
            case Content.Legible readable -> {
                Dispatch command = readable.dispatch();
                String objection = sending.objection(command);
                if (!objection.isEmpty()) {
                    yield new Replayed.Waits(letter, objection);
                }
                CommandId id = Anew.id(command.id(), clock.instant(), found.used());
                if (!id.equals(command.id()) && underway.isAny(command)) {
                    yield new Replayed.Waits(
                            letter,
                            "it would be sent under a new id, and commands of its partition wait to be ruled on, which"
                                    + " it may be among: try again when 'stet ops lag' shows none");
                }
                yield send(letter, under(id, command), returned);
            }
        };
    }

    private static Dispatch under(CommandId id, Dispatch command) {
        return new Dispatch(id, command.story(), command.actor(), command.tool(), command.command());
    }

    private Replayed send(DeadLetter letter, Dispatch command, Returned returned) throws InterruptedException {
        String name = Topics.DEAD_LETTERS.name() + "/" + letter.id();
        Headers headers = new RecordHeaders();
        LetterHeaders.put(headers, LetterHeaders.REPLAY_OF, name);
        FutureTask<Answer> answer = new FutureTask<>(() -> sending.send(command, timeout, headers));
        Thread.ofVirtual().name("stet-replay").start(answer);
        while (!answer.isDone()) {
            String why = returned.reason(name, command.id());
            if (why != null) {
                answer.cancel(true);
                return new Replayed.DeadAgain(letter, why);
            }
        }
        try {
            return new Replayed.Decided(letter, command.id(), answer.get());
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(failure);
        }
    }

    private static String unreadable(DeadLetter letter) {
        return switch (letter.content()) {
            case Content.Illegible unreadable -> unreadable.why();
            case Content.Legible _ -> "it is of no story";
        };
    }
}
