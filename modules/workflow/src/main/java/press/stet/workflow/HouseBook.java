package press.stet.workflow;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.Site;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * The house rules and the staff list as they are now. Each is read anew only when its bytes are other ones. Not for use by
 * several threads.
 */
final class HouseBook {

    private final Newest<HouseRules> houseRules;
    private final Newest<Staff> staff;

    HouseBook(ProcessorContext<?, ?> context, MessageCodec codec) {
        this.houseRules = new Newest<>(context.getStateStore(NewsroomTopology.HOUSE_RULES), codec::decodeHouseRules);
        this.staff = new Newest<>(context.getStateStore(NewsroomTopology.STAFF), codec::decodeStaff);
    }

    /** The site's own rules, else those for every site, else null. */
    @Nullable HouseRules houseRules(Site site) {
        HouseRules own = houseRules.of(site.key());
        return own == null ? houseRules.of(Site.ANY.key()) : own;
    }

    /** The staff list; nobody's where there is none yet. */
    Staff staff() {
        Staff found = staff.of(Topics.STAFF_KEY);
        return found == null ? Staff.NOBODY : found;
    }

    private static final class Newest<T> {

        private final KeyValueStore<String, byte[]> store;
        private final Function<byte[], T> decoding;
        private final Map<String, Decoded<T>> decoded = new HashMap<>();

        Newest(KeyValueStore<String, byte[]> store, Function<byte[], T> decoding) {
            this.store = store;
            this.decoding = decoding;
        }

        @Nullable T of(String key) {
            byte[] value = store.get(key);
            if (value == null) {
                return null;
            }
            Decoded<T> known = decoded.get(key);
            if (known == null || !Arrays.equals(known.from, value)) {
                known = new Decoded<>(value, decoding.apply(value));
                decoded.put(key, known);
            }
            return known.as;
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by what is in it, above
    private record Decoded<T>(byte[] from, T as) {}
}
