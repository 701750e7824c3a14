package press.stet.archive.newsroom;

import java.net.URI;

/**
 * Where tools find the rest of the newsroom.
 *
 * @param brokers {@code host:port} of some of Kafka's brokers, with commas between
 * @param registry where the schema registry is
 * @param partitions how many the topics about stories have
 */
public record About(String brokers, URI registry, int partitions) {}
