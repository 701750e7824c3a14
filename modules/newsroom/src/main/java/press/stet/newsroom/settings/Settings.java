package press.stet.newsroom.settings;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.RolePasswords;
import press.stet.contract.access.Credentials;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.Login;
import press.stet.contract.connection.RegistryConnection;
import press.stet.model.command.Channel;
import press.stet.site.SiteSettings;
import press.stet.workflow.WorkflowSettings;

/**
 * The settings of a process, read once at its start. What stands in the file is overruled by the environment, and that by the
 * command line. {@code docs/configuration.md} has every key.
 */
public final class Settings {

    private final Map<String, Given> given;

    private Settings(Map<String, Given> given) {
        this.given = given;
    }

    /**
     * Reads everything that was given. Values are looked at when a part asks for them.
     *
     * @param file in YAML, or null for none
     * @param environment all variables of the process
     * @param commandLine keys with their values
     * @throws SettingsRefused if something is set that there is not
     */
    public static Settings read(@Nullable Path file, Map<String, String> environment, Map<String, String> commandLine) {
        Map<String, Given> given = new LinkedHashMap<>();
        if (file != null) {
            Map<String, Given> written = SettingsFile.read(file);
            written.forEach(Settings::requireKnown);
            given.putAll(written);
        }
        Environment.read(environment).forEach((key, value) -> overrule(given, key, value));
        commandLine.forEach((key, text) -> {
            Given value = new Given(text, "on the command line");
            requireKnown(key, value);
            requireNoSecret(key);
            overrule(given, key, value);
        });
        return new Settings(given);
    }

    /** Where Kafka is, and as whom this process speaks to it. */
    public KafkaConnection kafka() {
        return asked(() -> Concerns.KAFKA.read(given).connection());
    }

    /** Whether anybody said where Kafka is. */
    public boolean nameKafka() {
        return Concerns.KAFKA.read(given).areGiven();
    }

    public RegistryConnection registry() {
        return asked(() -> Concerns.REGISTRY.read(given).connection());
    }

    public DatabaseSettings database() {
        return asked(() -> Concerns.DATABASE.read(given).settings());
    }

    /** Whether anybody said where PostgreSQL is. */
    public boolean nameDatabase() {
        return Concerns.DATABASE.read(given).areGiven();
    }

    /**
     * The passwords of the users of Kafka that are to be made.
     *
     * @param rotated names of those that are to get theirs even though they have one already; any other name is passed over
     */
    public Credentials credentials(Collection<String> rotated) {
        return asked(() -> Concerns.CREDENTIALS.read(given).credentials(rotated));
    }

    /**
     * The passwords of the roles in PostgreSQL that are to be made.
     *
     * @param rotated names of those that are to get theirs even though they have one already; any other name is passed over
     */
    public RolePasswords roles(Collection<String> rotated) {
        return asked(() -> Concerns.ROLES.read(given).passwords(rotated));
    }

    public HttpSettings http() {
        return Concerns.HTTP.read(given);
    }

    /** Of each topic about stories. */
    public int partitions() {
        return Concerns.TOPICS.read(given).partitions();
    }

    public WorkflowSettings workflow() {
        return asked(() -> Concerns.WORKFLOW.read(given).settings(kafka(), partitions()));
    }

    public ArchiveSettings archive() {
        return asked(() -> Concerns.ARCHIVE.read(given).settings(kafka(), database()));
    }

    public SiteSettings site() {
        return asked(() -> Concerns.SITE.read(given).settings());
    }

    /** A PEM file of those who may vouch for the newsroom view; null for those that the JDK knows. */
    public @Nullable Path newsroomCertificates() {
        return Concerns.NEWSROOM.read(given).certificates();
    }

    /** The file with the keys of the newsroom's own issuer; null where nobody said. */
    public @Nullable Path tokensKey() {
        return Concerns.TOKENS.read(given).key();
    }

    /** As whom commands of this way are sent; null for as whom this process speaks to Kafka anyway. */
    public @Nullable Login sender(Channel channel) {
        Concern<SenderKeys> sender = switch (channel) {
            case DRAFTS -> Concerns.DRAFT;
            case REVIEWS -> Concerns.REVIEW;
            case TRANSLATIONS -> Concerns.TRANSLATION;
            case PUBLICATIONS -> Concerns.PUBLISH;
        };
        return asked(() -> sender.read(given).login());
    }

    /** What a module's own settings say against a value is told like what is said here. */
    private static <T extends @Nullable Object> T asked(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException nonsense) {
            throw new SettingsRefused(String.valueOf(nonsense.getMessage()));
        }
    }

    /** A secret and the file of a secret stand for the same thing. */
    private static void overrule(Map<String, Given> given, String key, Given value) {
        given.remove(Key.twin(key));
        given.put(key, value);
    }

    private static void requireKnown(String key, Given value) {
        if (!Concerns.BY_VARIABLE.containsValue(key)) {
            throw new SettingsRefused("unknown key '" + key + "' (" + value.where() + "); the nearest known is "
                    + Nearest.to(key, Concerns.BY_VARIABLE.values()));
        }
    }

    /** Everybody on a machine can read the command lines of its processes. */
    private static void requireNoSecret(String key) {
        if (Concerns.SECRETS.contains(key)) {
            throw new SettingsRefused(
                    key + " is a secret and not for the command line; set " + key + "-file or " + Key.variable(key));
        }
    }
}
