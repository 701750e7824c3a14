package press.stet.newsroom.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.Answer;
import press.stet.model.Person;
import press.stet.model.command.Dispatch;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Refusal;
import press.stet.ops.deadletter.DeadLetter;
import press.stet.ops.deadletter.Fate;
import press.stet.ops.deadletter.Fates;
import press.stet.ops.deadletter.LetterBox;
import press.stet.ops.deadletter.LetterId;
import press.stet.ops.deadletter.Replay;
import press.stet.ops.deadletter.Replayed;

/** {@code stet ops dead-letters replay}: sends anew, once what was wrong is mended. */
@Command(
        name = "replay",
        description = {
            "Send dead letters anew, under the right key and to the right partition: those of a story in the order in which"
                    + " they came, each when the one before was accepted. Where one is not, the later ones of its story"
                    + " wait; run this again to go on.",
            "None has an effect twice, however often this is run and wherever it is broken off. A command older than"
                    + " seven days is sent under a new id that names the old one.",
            "Each is sent as the module that sends such commands, and on many machines needs a token of whoever sent it"
                    + " first (--token-file): those of others wait."
        },
        footer =
                "%nThe exit status is 0 where all were accepted, 3 where one was refused, 1 where one could not be sent or"
                        + " is a dead letter again.")
final class DeadLettersReplayCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            converter = DeadLettersCommand.IdReader.class,
            description = "Which, such as 2/17 (default: all that have not been ruled on).")
    private List<LetterId> ids = new ArrayList<>();

    @Option(names = "--leave-earlier", description = "Although earlier ones of the same story have not been ruled on.")
    private boolean leaveEarlier;

    @Option(names = "--dry-run", description = "Show which would be sent, and send none.")
    private boolean dryRun;

    private int status = ExitStatus.DONE;

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.open();
                Registry registry = Registry.at(session.whereabouts().registry())) {
            MessageCodec codec = new MessageCodec(registry);
            Whereabouts where = session.whereabouts();
            List<DeadLetter> letters = new LetterBox(where.kafka(), codec).letters();
            Map<DeadLetter, Fate> fates = new Fates(where.kafka(), codec, where.partitions()).of(letters);
            List<DeadLetter> open = letters.stream()
                    .filter(letter -> fates.get(letter) instanceof Fate.Open)
                    .toList();
            List<DeadLetter> chosen = chosen(letters, open);
            if (dryRun) {
                chosen.forEach(letter -> tell(new LetterText(letter, new Fate.Open(), codec), session));
                session.say(chosen.size() + " to be sent anew.");
            } else if (chosen.isEmpty()) {
                session.say("There is nothing to be sent anew.");
            } else {
                confirmation.ask("Send anew", chosen.size() + " dead letters", session);
                new Replay(
                                where.kafka(),
                                codec,
                                where.partitions(),
                                new BySession(session, common.settings().nameKafka()),
                                session.timeout(),
                                InstantSource.system())
                        .run(chosen, replayed -> tell(replayed, session));
            }
            return status;
        }
    }

    private List<DeadLetter> chosen(List<DeadLetter> letters, List<DeadLetter> open) {
        if (ids.isEmpty()) {
            return open;
        }
        List<DeadLetter> chosen = ids.stream()
                .map(id -> DeadLettersCommand.find(letters, id))
                .distinct()
                .toList();
        if (!leaveEarlier) {
            chosen.forEach(letter -> requireFirst(letter, chosen, open));
        }
        return open.stream().filter(chosen::contains).toList();
    }

    private static void requireFirst(DeadLetter letter, List<DeadLetter> chosen, List<DeadLetter> open) {
        for (DeadLetter before : open) {
            if (before.equals(letter)) {
                return;
            }
            if (letter.story() != null && letter.story().equals(before.story()) && !chosen.contains(before)) {
                throw new WrongUsage("dead letter " + before.id() + " of the same story came before " + letter.id()
                        + " and has not been ruled on: name it too, or leave it with --leave-earlier");
            }
        }
    }

    private void tell(LetterText letter, Session session) {
        session.out().println(session.json() ? letter.json() : letter.lines());
        session.out().flush();
    }

    private void tell(Replayed replayed, Session session) {
        switch (replayed) {
            case Replayed.Decided decided -> tell(decided, session);
            case Replayed.DeadAgain back -> {
                status = ExitStatus.FAILED;
                tell(back.letter(), "dead-again", back.why(), session);
            }
            case Replayed.Waits waiting -> {
                status = status == ExitStatus.DONE ? ExitStatus.FAILED : status;
                tell(waiting.letter(), "waits", waiting.why(), session);
            }
        }
    }

    private void tell(Replayed.Decided decided, Session session) {
        switch (decided.answer()) {
            case Answer.Accepted accepted ->
                tell(
                        decided.letter(),
                        "accepted",
                        decided.under() + ", event "
                                + accepted.events().getFirst().sequence(),
                        session);
            case Answer.Refused refused -> {
                status = Math.max(status, ExitStatus.REFUSED);
                Refusal why = refused.refused().refusal();
                tell(decided.letter(), "refused", "by " + why.rule().key() + ": " + why.reason(), session);
            }
            case Answer.Repeated repeated -> tell(decided, repeated.first(), session);
        }
    }

    private void tell(Replayed.Decided decided, Outcome first, Session session) {
        switch (first) {
            case Outcome.Accepted accepted ->
                tell(
                        decided.letter(),
                        "accepted",
                        decided.under() + " was before, event " + accepted.sequence(),
                        session);
            case Outcome.Refused refused -> {
                status = Math.max(status, ExitStatus.REFUSED);
                tell(
                        decided.letter(),
                        "refused",
                        decided.under() + " was before, by " + refused.rule().key(),
                        session);
            }
        }
    }

    private static void tell(DeadLetter letter, String what, String how, Session session) {
        session.out()
                .println(
                        session.json()
                                ? LetterText.object(letter)
                                        .put("became", what)
                                        .put("how", how)
                                        .toString()
                                : TerminalText.line(
                                        LetterText.name(letter) + ": " + what.replace('-', ' ') + ", " + how));
        session.out().flush();
    }

    /** Sends by a session, with the token that it was given. */
    private static final class BySession implements Replay.Sending {

        private final Session session;
        private final boolean proofIsDemanded;
        private final @Nullable Person bearer;

        BySession(Session session, boolean proofIsDemanded) {
            this.session = session;
            this.proofIsDemanded = proofIsDemanded;
            this.bearer = session.hasToken() ? session.person() : null;
        }

        @Override
        public String objection(Dispatch dispatch) {
            return proofIsDemanded && !dispatch.actor().equals(bearer)
                    ? "a token of " + dispatch.actor() + "'s for the tool '" + dispatch.tool()
                            + "' must prove it (--token-file), since the one it came with is not kept"
                    : "";
        }

        @Override
        public Answer send(Dispatch dispatch, Duration timeout, Headers further) throws InterruptedException {
            return session.send(dispatch, timeout, further);
        }
    }
}
