package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.MissingUpgrade;
import press.stet.contract.message.UnreadableRecord;
import press.stet.contract.topic.Topics;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * Keeps the newest version of what the house has written down. A record that cannot be read, or is not newer than what is
 * kept, changes nothing and raises an alarm.
 *
 * <p>Kafka Streams runs this over the whole topic when an instance starts, since the store is in memory, and before any command
 * is ruled on; then over what is added. It never skips a record by itself, and an exception would end the instance.
 *
 * @param <T> what is written down
 */
final class KeepNewest<T> implements Processor<byte[], byte[], Void, Void> {

    private final String store;
    private final Function<byte[], T> decoding;
    private final Function<T, String> key;
    private final ToIntFunction<T> version;
    private final Patience patience;
    private final Alarms alarms;

    @SuppressWarnings("NullAway.Init") // comes with init
    private KeyValueStore<String, byte[]> kept;

    private KeepNewest(
            String store,
            Function<byte[], T> decoding,
            Function<T, String> key,
            ToIntFunction<T> version,
            Patience patience,
            Alarms alarms) {
        this.store = store;
        this.decoding = decoding;
        this.key = key;
        this.version = version;
        this.patience = patience;
        this.alarms = alarms;
    }

    static KeepNewest<HouseRules> houseRules(MessageCodec codec, Patience patience, Alarms alarms) {
        return new KeepNewest<>(
                NewsroomTopology.HOUSE_RULES,
                codec::decodeHouseRules,
                rules -> rules.site().key(),
                HouseRules::version,
                patience,
                alarms);
    }

    static KeepNewest<Staff> staff(MessageCodec codec, Patience patience, Alarms alarms) {
        return new KeepNewest<>(
                NewsroomTopology.STAFF, codec::decodeStaff, _ -> Topics.STAFF_KEY, Staff::version, patience, alarms);
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        kept = context.getStateStore(store);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        byte @Nullable [] value = record.value();
        String under = record.key() == null ? "" : new String(record.key(), UTF_8);
        String about = store + "/" + under;
        byte[] before = kept.get(under);
        if (value != null && Arrays.equals(value, before)) {
            return;
        }
        String fault = value == null ? "a record without a value" : fault(under, value, before);
        if (fault == null) {
            kept.put(under, value);
            alarms.clear(about);
        } else {
            alarms.raise(about, "the version before stays in force, since the newest cannot be taken: " + fault);
        }
    }

    private @Nullable String fault(String under, byte[] value, byte @Nullable [] before) {
        T next;
        try {
            next = patience.withoutLimit(() -> decoding.apply(value));
        } catch (UnreadableRecord | MissingUpgrade unreadable) {
            return unreadable.getMessage();
        }
        if (!key.apply(next).equals(under)) {
            return "it is for '" + key.apply(next) + "' and stands under the key '" + under + "'";
        }
        int newest = before == null ? 0 : version.applyAsInt(decoding.apply(before));
        return version.applyAsInt(next) > newest
                ? null
                : "it is version " + version.applyAsInt(next) + ", and version " + newest + " is known";
    }
}
