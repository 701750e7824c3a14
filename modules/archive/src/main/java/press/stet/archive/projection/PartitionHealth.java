package press.stet.archive.projection;

/**
 * How far a projection is in one partition.
 *
 * @param lag how many offsets are behind it, markers of transactions included; -1 while nobody knows
 */
public record PartitionHealth(String topic, int partition, Standing standing, long lag) {}
