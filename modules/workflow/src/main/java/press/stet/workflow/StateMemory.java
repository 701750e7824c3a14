package press.stet.workflow;

import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory of all state stores of an instance together, outside of the Java heap. Without it every store of every partition
 * takes its own 98 MiB: 50 MiB of cache and three write buffers.
 */
final class StateMemory implements AutoCloseable {

    /** Under which the setter finds it among the settings of Kafka Streams. */
    private static final String SETTING = "stet.state.memory";

    /** Of all of it, so that stores that are written much leave something to those that are read. */
    private static final int SHARE_OF_WRITES = 4;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writes;

    /**
     * Sets memory apart.
     *
     * @param bytes for reading and writing together
     */
    StateMemory(long bytes) {
        this.cache = new LRUCache(bytes);
        this.writes = new WriteBufferManager(bytes / SHARE_OF_WRITES, cache);
    }

    /** What the settings of Kafka Streams need to have every store use it. */
    Map<String, Object> settings() {
        return Map.of("rocksdb.config.setter", Setter.class, SETTING, this);
    }

    /** After every store was closed. */
    @Override
    public void close() {
        writes.close();
        cache.close();
    }

    /** Kafka Streams makes one for each store by its name; nobody else does. */
    public static final class Setter implements RocksDBConfigSetter {

        @Override
        public void setConfig(String storeName, Options options, Map<String, Object> configs) {
            StateMemory memory = (StateMemory) Objects.requireNonNull(configs.get(SETTING));
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache);
            table.setCacheIndexAndFilterBlocks(true);
            table.setPinL0FilterAndIndexBlocksInCache(true);
            options.setWriteBufferManager(memory.writes);
        }

        @Override
        public void close(String storeName, Options options) {
            // The memory is everybody's and outlives the store.
        }
    }
}
