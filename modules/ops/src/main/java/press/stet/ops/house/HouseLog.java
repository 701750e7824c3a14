package press.stet.ops.house;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.Site;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;
import press.stet.ops.Partitions;

/** Every version of house rules and staff list that was ever in force. */
public final class HouseLog {

    private final Map<Site, Map<Integer, Since>> rules = new HashMap<>();
    private final Map<Integer, Staff> staff = new HashMap<>();

    /** Rules, and when they were put in force. */
    private record Since(Instant at, HouseRules rules) {}

    /**
     * Reads them.
     *
     * @param kafka as somebody who may read house rules and staff
     * @throws press.stet.contract.BrokersUnavailable if Kafka does not answer, or forbids it
     */
    public HouseLog(KafkaConnection kafka, MessageCodec codec) {
        staff.put(Staff.NOBODY.version(), Staff.NOBODY);
        try (Partitions topics = new Partitions(kafka)) {
            topics.all(Topics.HOUSE_RULES.name(), record -> {
                HouseRules read = codec.decodeHouseRules(record.value());
                rules.computeIfAbsent(read.site(), _ -> new HashMap<>())
                        .put(read.version(), new Since(Instant.ofEpochMilli(record.timestamp()), read));
            });
            topics.all(Topics.STAFF.name(), record -> {
                Staff read = codec.decodeStaff(record.value());
                staff.put(read.version(), read);
            });
        }
    }

    /**
     * The rules that held for a site: its own in this version where it had such by then, else those for every site; null where
     * there were none.
     */
    public @Nullable HouseRules rules(Site site, int version, Instant then) {
        Since own = rules.getOrDefault(site, Map.of()).get(version);
        if (own != null && !own.at().isAfter(then)) {
            return own.rules();
        }
        Since any = rules.getOrDefault(Site.ANY, Map.of()).get(version);
        return any == null ? null : any.rules();
    }

    /** Whether a site ever had rules of its own. */
    public boolean hasOwn(Site site) {
        return rules.containsKey(site);
    }

    /** The staff list in a version; null where that is not kept. */
    public @Nullable Staff staff(int version) {
        return staff.get(version);
    }
}
