package press.stet.contract.setup;

/**
 * One thing that stands otherwise than it should, and can be mended without losing anything.
 *
 * @param words what is to be done, as an order: {@code create topic stet.drafts with 12 partitions}
 * @param action does it; done a second time, it changes nothing or is refused
 */
public record Change(String words, Action action) {

    /** What a change does. */
    @FunctionalInterface
    public interface Action {

        /**
         * Does it.
         *
         * @throws InterruptedException if interrupted while waiting for the answer; it may have been done
         */
        void make() throws InterruptedException;
    }

    public void make() throws InterruptedException {
        action.make();
    }

    @Override
    public String toString() {
        return words;
    }
}
