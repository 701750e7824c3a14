package press.stet.workflow.state;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What the rows said that were read or written last, so that the next command of the same story need not read their bytes again. A row
 * is known only by all of its bytes: whatever became of the store meanwhile, what it says is what it holds. Not for use by several
 * threads.
 */
final class Recent<T> {

    /** A text of two thousand words. The largest copy is a megabyte, and hundreds of those would be more than a heap has. */
    private static final int LARGEST = 16 << 10;

    private final Map<String, Said<T>> known;

    @SuppressWarnings("ArrayRecordComponent") // compared by what is in it, below
    private record Said<T>(byte[] row, T what) {}

    /** Remembers so many rows, those that were asked for last. */
    Recent(int most) {
        this.known = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Said<T>> eldest) {
                return size() > most;
            }
        };
    }

    /** What a row says. */
    T of(String key, byte[] row, BiFunction<String, byte[], T> reading) {
        Said<T> said = known.get(key);
        if (said != null && Arrays.equals(said.row(), row)) {
            return said.what();
        }
        T what = reading.apply(key, row);
        written(key, row, what);
        return what;
    }

    /** Remembers what a row says that is about to be written; a large one is read again each time. */
    void written(String key, byte[] row, T what) {
        if (row.length > LARGEST) {
            known.remove(key);
        } else {
            known.put(key, new Said<>(row, what));
        }
    }
}
