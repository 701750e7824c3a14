package press.stet.contract.message;

import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones on the wire. */
final class Zones {

    private Zones() {}

    static ZoneId of(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException nonsense) {
            throw new IllegalArgumentException("'" + id + "' is no time zone", nonsense);
        }
    }
}
