package press.stet.newsroom.command;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.ops.deadletter.DeadLetter;
import press.stet.ops.deadletter.Fate;
import press.stet.ops.deadletter.Fates;
import press.stet.ops.deadletter.LetterBox;
import press.stet.ops.deadletter.LetterId;

/** {@code stet ops dead-letters}: what came in as a command and could not be ruled on. */
@Command(
        name = "dead-letters",
        description =
                "What came in as a command and could not be ruled on: where it stood, why, and whether it has been"
                        + " ruled on since.",
        subcommands = {DeadLettersCommand.Show.class, DeadLettersReplayCommand.class})
final class DeadLettersCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Option(names = "--all", description = "Also those that have been ruled on since.")
    private boolean all;

    @Override
    public Integer call() {
        try (Session session = common.open();
                Registry registry = Registry.at(session.whereabouts().registry())) {
            MessageCodec codec = new MessageCodec(registry);
            Whereabouts where = session.whereabouts();
            List<DeadLetter> letters = new LetterBox(where.kafka(), codec).letters();
            Map<DeadLetter, Fate> fates = new Fates(where.kafka(), codec, where.partitions()).of(letters);
            List<LetterText> shown = fates.entrySet().stream()
                    .filter(each -> all || each.getValue() instanceof Fate.Open)
                    .map(each -> new LetterText(each.getKey(), each.getValue(), codec))
                    .toList();
            long open =
                    fates.values().stream().filter(Fate.Open.class::isInstance).count();
            if (session.json()) {
                session.out().println(LetterText.json(shown));
                session.out().flush();
            } else {
                shown.forEach(letter -> session.say(letter.lines()));
                session.say(
                        letters.isEmpty()
                                ? "There are no dead letters."
                                : counted(letters.size()) + " within two weeks, " + open + " of them not ruled on.");
            }
            return ExitStatus.DONE;
        }
    }

    private static String counted(int letters) {
        return letters == 1 ? "1 dead letter" : letters + " dead letters";
    }

    /** One of them. */
    @Command(
            name = "show",
            description = "All of one dead letter: headers, what it says as far as it can be read, and its bytes.")
    static final class Show implements Callable<Integer> {

        @Mixin
        private Common common = new Common();

        @Parameters(paramLabel = "ID", converter = IdReader.class, description = "As the list has it, such as 2/17.")
        private @Nullable LetterId id;

        @Override
        public Integer call() {
            try (Session session = common.open();
                    Registry registry = Registry.at(session.whereabouts().registry())) {
                MessageCodec codec = new MessageCodec(registry);
                Whereabouts where = session.whereabouts();
                DeadLetter letter = find(new LetterBox(where.kafka(), codec).letters(), id);
                Map<DeadLetter, Fate> fate = new Fates(where.kafka(), codec, where.partitions()).of(List.of(letter));
                LetterText text = new LetterText(letter, fate.getOrDefault(letter, new Fate.Open()), codec);
                session.out().println(session.json() ? text.json() : text.whole());
                session.out().flush();
                return ExitStatus.DONE;
            }
        }
    }

    static DeadLetter find(List<DeadLetter> letters, @Nullable LetterId id) {
        return letters.stream()
                .filter(letter -> letter.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new CannotBeDone("there is no dead letter " + id
                        + ": they are kept for two weeks; 'stet ops dead-letters --all' has them"));
    }

    /** Lets the command line take one. */
    static final class IdReader implements ITypeConverter<LetterId> {
        @Override
        public LetterId convert(String text) {
            try {
                return LetterId.of(text);
            } catch (IllegalArgumentException nonsense) {
                throw new TypeConversionException(String.valueOf(nonsense.getMessage()));
            }
        }
    }
}
