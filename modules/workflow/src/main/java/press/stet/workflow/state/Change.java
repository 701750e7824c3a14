package press.stet.workflow.state;

import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** A row as a ruling would have it. */
public final class Change {

    private final KeyValueStore<String, byte[]> store;
    private final String key;
    private final byte @Nullable [] row;

    Change(KeyValueStore<String, byte[]> store, String key, byte @Nullable [] row) {
        this.store = store;
        this.key = key;
        this.row = row;
    }

    /** Whether the row's changelog would not take it. */
    public boolean isTooLarge() {
        return row != null && row.length > Cabinet.LARGEST_ROW;
    }

    /** Makes it so. */
    public void make() {
        if (row == null) {
            store.delete(key);
        } else {
            store.put(key, row);
        }
    }

    /** Store, key and size, never the row itself: it may be copy. */
    @Override
    public String toString() {
        return store.name() + "/" + key + " of " + (row == null ? 0 : row.length) + " bytes";
    }
}
