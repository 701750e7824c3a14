package press.stet.ops.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.CommandId;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.Rule;
import press.stet.ops.Partitions;
import press.stet.ops.deadletter.Anew.Fingerprint;

/**
 * What became of the commands of dead letters. The log is asked each time: an outcome names its command, so that nobody needs to
 * write down what was sent anew, and whoever dies halfway leaves nothing behind that says otherwise than the log.
 */
public final class Fates {

    /** A story's clock may be behind a broker's, and brokers' clocks apart. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    /** Refused by these, a command was not looked at, and can be ruled on under another id. */
    private static final Set<Rule> NOT_LOOKED_AT = Set.of(Rule.NOT_PROVEN, Rule.TOO_OLD, Rule.FROM_THE_FUTURE);

    private final KafkaConnection kafka;
    private final MessageCodec codec;
    private final int partitions;

    /**
     * Asks.
     *
     * @param kafka as somebody who may read events and refusals
     * @param partitions of every topic about stories
     */
    public Fates(KafkaConnection kafka, MessageCodec codec, int partitions) {
        this.kafka = kafka;
        this.codec = codec;
        this.partitions = partitions;
    }

    /**
     * What was found.
     *
     * @param used the ids under which the command was ruled on without being looked at
     */
    record Found(Fate fate, Set<CommandId> used) {}

    /**
     * What became of each, in their order.
     *
     * @throws press.stet.contract.BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws press.stet.contract.registry.RegistryUnavailable if the registry does not answer
     */
    public Map<DeadLetter, Fate> of(Collection<DeadLetter> letters) {
        Map<DeadLetter, Fate> fates = new LinkedHashMap<>();
        look(letters).forEach((letter, found) -> fates.put(letter, found.fate()));
        return fates;
    }

    Map<DeadLetter, Found> look(Collection<DeadLetter> letters) {
        Search search = new Search(letters);
        if (!search.places.isEmpty()) {
            try (Partitions topics = new Partitions(kafka)) {
                topics.since(search.from.minus(CLOCKS_APART), search.places, search::read);
            }
        }
        Map<DeadLetter, Found> found = new LinkedHashMap<>();
        for (DeadLetter letter : letters) {
            CommandId command = letter.command();
            found.put(letter, command == null ? new Found(new Fate.Open(), Set.of()) : search.found(command));
        }
        return found;
    }

    /** One look through the outcomes of the stories concerned. */
    private final class Search {

        private final Map<Fingerprint, CommandId> commands = new HashMap<>();
        private final Set<TopicPartition> places = new HashSet<>();
        private final Map<CommandId, Fate> decided = new HashMap<>();
        private final Map<CommandId, Set<CommandId>> used = new HashMap<>();
        private Instant from = Instant.MAX;

        Search(Collection<DeadLetter> letters) {
            for (DeadLetter letter : letters) {
                if (letter.content() instanceof Content.Legible readable) {
                    CommandId command = readable.dispatch().id();
                    commands.put(Fingerprint.of(command), command);
                    commands.put(Anew.naming(command), command);
                    int partition = Topics.partition(readable.dispatch().story(), partitions);
                    places.add(new TopicPartition(Topics.EVENTS.name(), partition));
                    places.add(new TopicPartition(Topics.REFUSALS.name(), partition));
                    // It may have been sent rightly before it came in wrongly.
                    from = earliest(from, earliest(letter.at(), command.mintedAt()));
                }
            }
        }

        private static Instant earliest(Instant one, Instant other) {
            return one.isBefore(other) ? one : other;
        }

        void read(ConsumerRecord<byte[], byte[]> record) {
            CommandId id =
                    CloudEvents.commandId(record.headers()).flatMap(Fates::id).orElse(null);
            CommandId command = id == null ? null : commands.get(Fingerprint.of(id));
            if (id == null || command == null || !Anew.isOf(id, command)) {
                return;
            }
            if (record.topic().equals(Topics.EVENTS.name())) {
                Entry entry = codec.decodeEvent(record.value()).entry();
                decided.putIfAbsent(command, new Fate.Accepted(id, entry.at(), entry.sequence()));
            } else {
                refused(command, id, codec.decodeRefusal(record.value()));
            }
        }

        private void refused(CommandId command, CommandId id, LoggedRefusal logged) {
            Refusal refusal = logged.refused().refusal();
            if (NOT_LOOKED_AT.contains(refusal.rule())) {
                used.computeIfAbsent(command, _ -> new HashSet<>()).add(id);
            } else if (refusal.rule() != Rule.REPEATED) {
                decided.putIfAbsent(
                        command, new Fate.Refused(id, logged.refused().at(), refusal.rule(), refusal.reason()));
            }
        }

        Found found(CommandId command) {
            return new Found(
                    decided.getOrDefault(command, new Fate.Open()), Set.copyOf(used.getOrDefault(command, Set.of())));
        }
    }

    private static Optional<CommandId> id(String text) {
        try {
            return Optional.of(CommandId.of(text));
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }
}
