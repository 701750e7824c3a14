package press.stet.contract.message;

/** Where a command stands in Kafka: what followed from it names the place, so that lost offsets can be found again. */
public record Origin(String topic, int partition, long offset) {

    /** {@code topic/partition/offset}. */
    @Override
    public String toString() {
        return topic + "/" + partition + "/" + offset;
    }
}
