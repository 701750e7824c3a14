package press.stet.newsroom.settings;

import press.stet.contract.topic.Topics;

/**
 * How the newsroom's topics are cut.
 *
 * @param partitions how many partitions each topic about stories has. The number is for ever: {@code stet ops topics --apply}
 *     creates topics with it, and the workflow refuses to start on topics with another
 */
record TopicKeys(int partitions) {

    static final TopicKeys USUAL = new TopicKeys(Topics.PARTITIONS_OF_A_CLUSTER);

    TopicKeys {
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions must be at least 1, got " + partitions);
        }
    }
}
