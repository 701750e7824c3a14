package press.stet.newsroom.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;

/**
 * What an examination of a story's history found.
 *
 * @param events how many it has
 * @param last the digest of the last one, which no other event names: keep it elsewhere, and compare later
 * @param texts how many versions' texts are what their events say
 * @param missing versions whose texts are not there: erased by law, or not come yet
 * @param fault the first thing that is not as it was written; null where everything is
 */
public record Finding(
        long events,
        @Nullable Digest last,
        int texts,
        List<String> missing,
        @Nullable Fault fault) {

    public Finding {
        missing = List.copyOf(missing);
    }

    /**
     * Something was altered.
     *
     * @param sequence of the event
     * @param why what was expected, and what stands there
     */
    public record Fault(long sequence, String why) {}

    public boolean isIntact() {
        return fault == null;
    }
}
