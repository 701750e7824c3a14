package press.stet.contract.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import press.stet.contract.connection.Login;
import press.stet.contract.connection.RegistryConnection;

/**
 * A Confluent-compatible schema registry. What it has answered once is remembered for good, since an id never changes its
 * schema. Safe for use by several threads; close it once, when nobody asks any more.
 */
public final class Registry implements AutoCloseable {

    /** Four schemas of our own per topic and their older versions are far fewer. */
    private static final int REMEMBERED = 1_000;

    private static final String TRUSTED = "schema.registry.ssl.truststore.";

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final URI address;
    private final SchemaRegistryClient client;

    private Registry(URI address, SchemaRegistryClient client) {
        this.address = address;
        this.client = client;
    }

    /**
     * The registry at an address such as {@code http://127.0.0.1:8081/apis/ccompat/v7}, which asks nobody who they are;
     * {@code mock://name} stands for one in memory, which all of this process share by its name. Asks nothing yet.
     */
    public static Registry at(URI address) {
        return at(RegistryConnection.open(address));
    }

    /** The registry at the end of a connection. Asks nothing yet. */
    public static Registry at(RegistryConnection connection) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "http.connect.timeout.ms", 3_000,
                "http.read.timeout.ms", 10_000,
                // Whoever asks decides how long to wait and how often to ask again.
                "max.retries", 0));
        Login login = connection.login();
        if (login != null) {
            settings.put("basic.auth.credentials.source", "USER_INFO");
            settings.put("basic.auth.user.info", login.user() + ":" + login.password());
        }
        if (connection.certificates() != null) {
            settings.put(TRUSTED + "type", "PEM");
            settings.put(TRUSTED + "location", connection.certificates().toString());
        }
        URI address = connection.url();
        return new Registry(
                address,
                SchemaRegistryClientFactory.newClient(
                        List.of(address.toString()),
                        REMEMBERED,
                        List.of(new AvroSchemaProvider()),
                        settings,
                        Map.of()));
    }

    /**
     * The id of this exact schema.
     *
     * @throws SchemaNotRegistered if the subject does not have it
     * @throws RegistryUnavailable if the registry does not answer
     */
    public int idOf(String subject, Schema schema) {
        try {
            return client.getId(subject, new AvroSchema(schema));
        } catch (RestClientException answer) {
            if (answer.getStatus() == NOT_FOUND) {
                throw new SchemaNotRegistered(address, subject, answer);
            }
            throw new RegistryUnavailable(address, "the id of the schema for " + subject, answer);
        } catch (IOException away) {
            throw new RegistryUnavailable(address, "the id of the schema for " + subject, away);
        }
    }

    /**
     * The schema of an id that a record names.
     *
     * @throws UnknownSchema if the registry has none, or one that is not Avro
     * @throws RegistryUnavailable if the registry does not answer
     */
    public Schema schemaOf(String subject, int id) {
        try {
            return ((AvroSchema) client.getSchemaBySubjectAndId(subject, id)).rawSchema();
        } catch (RestClientException answer) {
            if (answer.getStatus() == NOT_FOUND) {
                throw new UnknownSchema(id, answer);
            }
            throw new RegistryUnavailable(address, "schema " + id, answer);
        } catch (IOException away) {
            throw new RegistryUnavailable(address, "schema " + id, away);
        }
    }

    /**
     * Whether the subject has this exact schema.
     *
     * @throws RegistryUnavailable if the registry does not answer
     */
    public boolean has(String subject, Schema schema) {
        try {
            idOf(subject, schema);
            return true;
        } catch (SchemaNotRegistered _) {
            return false;
        }
    }

    /**
     * Why this schema could not read what the subject's schemas so far have written; none if it can.
     *
     * @throws RegistryUnavailable if the registry does not answer
     */
    public List<String> incompatibilities(String subject, Schema schema) {
        try {
            List<String> faults = new ArrayList<>();
            for (int version : client.getAllVersions(subject)) {
                AvroSchema earlier = new AvroSchema(
                        client.getByVersion(subject, version, false).getSchema());
                for (String fault : new AvroSchema(schema).isBackwardCompatible(earlier)) {
                    faults.add("version " + version + ", " + fault);
                }
            }
            return faults;
        } catch (RestClientException answer) {
            if (answer.getStatus() == NOT_FOUND) {
                return List.of();
            }
            throw new RegistryUnavailable(address, "the versions of " + subject, answer);
        } catch (IOException away) {
            throw new RegistryUnavailable(address, "the versions of " + subject, away);
        }
    }

    /**
     * The compatibility that was set for a subject, such as {@code BACKWARD_TRANSITIVE}; empty where none was.
     *
     * @throws RegistryUnavailable if the registry does not answer
     */
    public Optional<String> compatibilityOf(String subject) {
        try {
            return Optional.ofNullable(client.getCompatibility(subject));
        } catch (RestClientException answer) {
            if (answer.getStatus() == NOT_FOUND) {
                return Optional.empty();
            }
            throw new RegistryUnavailable(address, "the compatibility of " + subject, answer);
        } catch (IOException away) {
            throw new RegistryUnavailable(address, "the compatibility of " + subject, away);
        }
    }

    /**
     * Gives a subject its compatibility and one more schema.
     *
     * @throws SchemaRefused if the registry does not take it
     * @throws RegistryUnavailable if the registry does not answer
     */
    public void register(String subject, Schema schema, String compatibility) {
        try {
            client.updateCompatibility(subject, compatibility);
            client.register(subject, new AvroSchema(schema));
        } catch (RestClientException answer) {
            if (answer.getStatus() == CONFLICT || answer.getStatus() == UNPROCESSABLE) {
                throw new SchemaRefused(subject, answer);
            }
            throw new RegistryUnavailable(address, "a place for the schema of " + subject, answer);
        } catch (IOException away) {
            throw new RegistryUnavailable(address, "a place for the schema of " + subject, away);
        }
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException failure) {
            throw new RegistryUnavailable(address, "an end", failure);
        }
    }
}
