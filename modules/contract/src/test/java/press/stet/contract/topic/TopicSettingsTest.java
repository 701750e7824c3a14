package press.stet.contract.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.contract.topic.TopicSettings.Comparison.NARROWER;
import static press.stet.contract.topic.TopicSettings.Comparison.OTHER;
import static press.stet.contract.topic.TopicSettings.Comparison.SAME;
import static press.stet.contract.topic.TopicSettings.Comparison.WIDER;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.stet.contract.topic.TopicSettings.Comparison;

class TopicSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "retention.ms, -1, 604800000",
        "retention.ms, 1209600000, 1209599999",
        "retention.bytes, -1, 1073741824",
        "max.message.bytes, 4194304, 1048588",
    })
    void what_keeps_or_takes_less_may_be_mended(String key, String wanted, String found) {
        assertThat(TopicSettings.compare(key, wanted, found)).isEqualTo(NARROWER);
    }

    @ParameterizedTest
    @CsvSource({
        "retention.ms, 1209600000, -1",
        "retention.ms, 1209600000, 1209600001",
        "retention.bytes, 1073741824, -1",
        "max.message.bytes, 4194304, 4194305",
    })
    void what_keeps_or_takes_more_is_never_narrowed(String key, String wanted, String found) {
        assertThat(TopicSettings.compare(key, wanted, found)).isEqualTo(WIDER);
    }

    @ParameterizedTest
    @CsvSource({
        "cleanup.policy, delete, compact",
        "cleanup.policy, compact, delete",
        "message.timestamp.type, LogAppendTime, CreateTime",
    })
    void what_would_lose_or_mix_records_is_for_people(String key, String wanted, String found) {
        assertThat(TopicSettings.compare(key, wanted, found)).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @CsvSource({"retention.ms, -1", "cleanup.policy, compact", "max.message.bytes, 4194304"})
    void what_is_as_it_should_be_stands(String key, String value) {
        Comparison comparison = TopicSettings.compare(key, value, value);
        assertThat(comparison).isEqualTo(SAME);
    }
}
