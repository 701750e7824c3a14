package press.stet.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientTest {
    private static final String TOPIC = "stet.drafts";
    private static final Map<String, ?> NEVER_REGISTERS =
            Map.of("schema.registry.url", "mock://registry-client", "auto.register.schemas", false);
    private static final Schema HEADLINE = SchemaBuilder.record("Headline")
            .namespace("press.stet.registry")
            .fields()
            .requiredString("language")
            .requiredString("text")
            .endRecord();
    private static final GenericRecord TORONTO = new GenericRecordBuilder(HEADLINE)
            .set("language", "en")
            .set("text", "Toronto votes")
            .build();

    private final MockSchemaRegistryClient registry = new MockSchemaRegistryClient();

    @Test
    void a_record_goes_out_under_its_schemas_id_and_comes_back_whole() throws Exception {
        var id = registry.register(TOPIC + "-value", new AvroSchema(HEADLINE));
        try (var serializer = new KafkaAvroSerializer(registry, NEVER_REGISTERS);
                var deserializer = new KafkaAvroDeserializer(registry, NEVER_REGISTERS)) {
            var bytes = serializer.serialize(TOPIC, TORONTO);

            assertThat(ByteBuffer.wrap(bytes).get()).isZero();
            assertThat(ByteBuffer.wrap(bytes).getInt(1)).isEqualTo(id);
            var read = (GenericRecord) deserializer.deserialize(TOPIC, bytes);
            assertThat(read.get("text")).hasToString("Toronto votes");
            assertThat(GenericData.get().compare(read, TORONTO, HEADLINE)).isZero();
        }
    }

    @Test
    void a_schema_that_nobody_registered_is_not_sent() {
        try (var serializer = new KafkaAvroSerializer(registry, NEVER_REGISTERS)) {
            assertThatThrownBy(() -> serializer.serialize(TOPIC, TORONTO))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("Headline");
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Serializer.class, Schema.class})
    void kafka_and_avro_are_those_of_the_house(Class<?> type) throws Exception {
        var origin = type.getProtectionDomain().getCodeSource().getLocation().toURI();

        assertThat(Path.of(origin)).isRegularFile();
    }
}
