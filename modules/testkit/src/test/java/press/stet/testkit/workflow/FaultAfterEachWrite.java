package press.stet.testkit.workflow;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.ProcessorWrapper;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import org.apache.kafka.streams.processor.api.WrappedProcessorSupplier;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Lets the processor that rules fail right after one of its writes: a row stored or a record sent. Kafka Streams makes it by its
 * name ({@code processor.wrapper.class}, KIP-1112), so that the workflow itself knows nothing of it.
 */
public final class FaultAfterEachWrite implements ProcessorWrapper {

    /** How many writes are left until the fault; below zero there is none. */
    static final AtomicInteger LEFT = new AtomicInteger(-1);

    private static final Set<String> WRITES = Set.of("put", "delete", "forward");

    /** Time heals it: the next thread does not meet it. */
    static final class Fault extends RetriableException {
        private static final long serialVersionUID = 1L;

        Fault() {
            super("a fault of the test");
        }
    }

    @Override
    public <K, V, L, W> WrappedProcessorSupplier<K, V, L, W> wrapProcessorSupplier(
            String name, ProcessorSupplier<K, V, L, W> supplier) {
        return ProcessorWrapper.asWrapped(name.equals("rule") ? () -> new Faulty<>(supplier.get()) : supplier);
    }

    @Override
    public <K, V, W> WrappedFixedKeyProcessorSupplier<K, V, W> wrapFixedKeyProcessorSupplier(
            String name, FixedKeyProcessorSupplier<K, V, W> supplier) {
        return ProcessorWrapper.asWrappedFixedKey(supplier);
    }

    private record Faulty<K, V, L, W>(Processor<K, V, L, W> processor) implements Processor<K, V, L, W> {
        @Override
        @SuppressWarnings("unchecked")
        public void init(ProcessorContext<L, W> context) {
            processor.init(watched(ProcessorContext.class, context));
        }

        @Override
        public void process(Record<K, V> record) {
            processor.process(record);
        }

        @Override
        public void close() {
            processor.close();
        }
    }

    private static <T> T watched(Class<T> type, T inner) {
        InvocationHandler watching = (_, method, arguments) -> {
            Object answer = call(inner, method, arguments);
            if (WRITES.contains(method.getName()) && LEFT.getAndUpdate(left -> Math.max(-1, left - 1)) == 1) {
                throw new Fault();
            }
            return answer instanceof KeyValueStore<?, ?> store ? watched(KeyValueStore.class, store) : answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, watching));
    }

    private static Object call(Object inner, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(inner, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }
}
