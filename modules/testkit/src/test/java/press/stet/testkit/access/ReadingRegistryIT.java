package press.stet.testkit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.registry.SchemaRefused;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;

/** The schema registry as parts ask it: they read what whoever sets a newsroom up has registered, and register nothing. */
class ReadingRegistryIT {

    @TempDir
    private static Path directory;

    private static DataDirectory data;
    private static EmbeddedParts parts;
    private static AReadingRegistry reading;

    @BeforeAll
    static void start() throws Exception {
        data = DataDirectory.open(directory);
        parts = new EmbeddedParts(data, Progress.untold());
        parts.start();
        try (Admin admin =
                        Admin.create(Map.of("bootstrap.servers", parts.kafka().bootstrapServers()));
                Registry writing = Registry.at(parts.registry().url())) {
            new TopicSetup(admin, writing, Topics.PARTITIONS_OF_ONE_MACHINE).apply();
        }
        String database = parts.database().url("registry");
        try (Connection owner = DriverManager.getConnection(
                        database, parts.database().user(), parts.database().password());
                Statement statement = owner.createStatement()) {
            statement.execute("create role registry_reader login password 'reads'");
            statement.execute("grant select on all tables in schema public to registry_reader");
        }
        reading = new AReadingRegistry(database, "registry_reader", "reads", directory.resolve("reading.log"));
    }

    @AfterAll
    static void stop() {
        reading.close();
        parts.close();
        data.close();
    }

    @Test
    void a_part_finds_every_schema_of_its_build_there() {
        try (Registry registry = Registry.at(reading.url())) {
            new MessageCodec(registry).warmUp(Topics.ALL);
            for (var topic : Topics.ALL) {
                topic.schema().ifPresent(schema -> {
                    int id = registry.idOf(topic.subject(), schema);
                    assertThat(registry.schemaOf(topic.subject(), id)).isEqualTo(schema);
                });
            }
        }
    }

    @Test
    void a_registration_is_refused_by_name() {
        try (Registry registry = Registry.at(reading.url())) {
            assertThatThrownBy(() -> registry.register(
                            "anything-value", Schema.create(Schema.Type.STRING), "BACKWARD_TRANSITIVE"))
                    .isInstanceOf(SchemaRefused.class)
                    .hasMessageContainingAll("anything-value", "Storage is in read-only mode");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /apis/ccompat/v7/subjects/anything-value/versions | {\"schema\":\"\\\"string\\\"\"}",
                "DELETE | /apis/ccompat/v7/subjects/stet.events-value       | ''",
                "PUT    | /apis/ccompat/v7/config/stet.events-value         | {\"compatibility\":\"NONE\"}",
                "POST   | /apis/registry/v3/groups/default/artifacts        | {\"artifactId\":\"any\",\"artifactType\":\"AVRO\"}",
            })
    void whoever_would_change_anything_is_refused_with_409(String method, String path, String body)
            throws IOException, InterruptedException {
        assertThat(reading.ask(method, path, body))
                .returns(409, HttpResponse::statusCode)
                .extracting(HttpResponse::body)
                .asString()
                .contains("Storage is in read-only mode");
    }

    @Test
    void nobody_makes_it_write_over_http() throws IOException, InterruptedException {
        String itself = "/apis/registry/v3/admin/config/properties/apicurio.storage.read-only.enabled";
        assertThat(reading.ask("PUT", itself, "{\"value\":\"false\"}").statusCode())
                .isEqualTo(404);
    }
}
