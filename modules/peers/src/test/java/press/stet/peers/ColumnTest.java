package press.stet.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {

    @Test
    void is_told_to_kafka_connect_as_a_field_that_may_be_empty() {
        assertThat(Column.schema(List.of(new Column("headline", false), new Column("number", true))))
                .hasToString("{\"type\":\"struct\",\"name\":\"press.stet.peers.Row\",\"optional\":false,\"fields\":["
                        + "{\"field\":\"headline\",\"type\":\"string\",\"optional\":true},"
                        + "{\"field\":\"number\",\"type\":\"int64\",\"optional\":true}]}");
    }
}
