package press.stet.contract.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import press.stet.contract.message.Generated;
import press.stet.model.StoryId;
import press.stet.model.command.Channel;

class TopicsTest {

    private static final StoryId STORY = StoryId.of("01937d5e-7c00-7abc-8def-0123456789ab");

    @Test
    void a_storys_partition_never_changes() {
        assertThat(Topics.partition(STORY, 4)).isZero();
        assertThat(Topics.partition(STORY, 12)).isZero();
        assertThat(Topics.partition(StoryId.of("01937d5e-7c00-7abc-8def-0123456789ac"), 12))
                .isEqualTo(11);
    }

    @Test
    void a_storys_partition_is_the_one_that_kafkas_own_partitioner_gives_its_key() {
        LongStream.range(0, 1_000).forEach(seed -> {
            StoryId story = new Generated(seed).any(StoryId.class);
            assertThat(Topics.partition(story, 12))
                    .isEqualTo(
                            BuiltInPartitioner.partitionForKey(story.toString().getBytes(UTF_8), 12));
        });
    }

    @Test
    void editions_and_versions_are_where_their_story_is() {
        assertThat(Topics.partition(STORY + "/en", 12)).isEqualTo(Topics.partition(STORY, 12));
        assertThat(Topics.partition(STORY + "/pt-BR/17", 12)).isEqualTo(Topics.partition(STORY, 12));
        assertThat(Topics.partition(STORY.toString(), 12)).isEqualTo(Topics.partition(STORY, 12));
    }

    @Test
    void every_way_in_has_a_topic_of_its_own() {
        for (Channel channel : Channel.values()) {
            assertThat(Topics.channel(Topics.of(channel).name())).contains(channel);
        }
        assertThat(Topics.channel(Topics.EVENTS.name())).isEmpty();
        assertThat(Arrays.stream(Channel.values()).map(Topics::of).distinct()).hasSize(Channel.values().length);
    }

    @Test
    void every_record_and_field_is_documented_and_no_value_has_a_map() {
        for (Topic topic : Topics.ALL) {
            topic.schema().ifPresent(schema -> documented(schema, new HashSet<>()));
        }
    }

    private static void documented(Schema schema, Set<String> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                    for (Schema.Field field : schema.getFields()) {
                        assertThat(field.doc())
                                .as("%s.%s", schema.getFullName(), field.name())
                                .isNotBlank();
                        documented(field.schema(), seen);
                    }
                }
            }
            case ENUM -> {
                assertThat(schema.getDoc()).as(schema.getFullName()).isNotBlank();
                assertThat(schema.getEnumDefault()).as(schema.getFullName()).isEqualTo("UNKNOWN");
            }
            case UNION -> schema.getTypes().forEach(branch -> documented(branch, seen));
            case ARRAY -> documented(schema.getElementType(), seen);
            case STRING, INT, LONG, BOOLEAN, NULL -> {}
            case MAP, FIXED, BYTES, FLOAT, DOUBLE -> throw new AssertionError(schema);
        }
    }
}
