package press.stet.newsroom.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that can be set. One file serves all parts: each reads what concerns it. */
final class Concerns {

    static final Concern<TopicKeys> TOPICS = new Concern<>("", TopicKeys.USUAL);
    static final Concern<KafkaKeys> KAFKA = new Concern<>("kafka", KafkaKeys.USUAL);
    static final Concern<RegistryKeys> REGISTRY = new Concern<>("registry", RegistryKeys.USUAL);
    static final Concern<DatabaseKeys> DATABASE = new Concern<>("database", DatabaseKeys.USUAL);
    static final Concern<HttpSettings> HTTP = new Concern<>("http", HttpSettings.USUAL);
    static final Concern<WorkflowKeys> WORKFLOW = new Concern<>("workflow", WorkflowKeys.USUAL);
    static final Concern<ArchiveKeys> ARCHIVE = new Concern<>("archive", ArchiveKeys.USUAL);
    static final Concern<SiteKeys> SITE = new Concern<>("site", SiteKeys.USUAL);
    static final Concern<NewsroomKeys> NEWSROOM = new Concern<>("newsroom", NewsroomKeys.USUAL);
    static final Concern<TokenKeys> TOKENS = new Concern<>("tokens", TokenKeys.USUAL);
    static final Concern<SenderKeys> DRAFT = new Concern<>("senders.draft", SenderKeys.named("draft"));
    static final Concern<SenderKeys> REVIEW = new Concern<>("senders.review", SenderKeys.named("review"));
    static final Concern<SenderKeys> TRANSLATION =
            new Concern<>("senders.translation", SenderKeys.named("translation"));
    static final Concern<SenderKeys> PUBLISH = new Concern<>("senders.publish", SenderKeys.named("publish"));
    static final Concern<CredentialKeys> CREDENTIALS = new Concern<>("credentials", CredentialKeys.USUAL);
    static final Concern<RoleKeys> ROLES = new Concern<>("roles", RoleKeys.USUAL);

    static final List<Concern<?>> ALL = List.of(
            TOPICS,
            KAFKA,
            REGISTRY,
            DATABASE,
            HTTP,
            WORKFLOW,
            ARCHIVE,
            SITE,
            NEWSROOM,
            TOKENS,
            DRAFT,
            REVIEW,
            TRANSLATION,
            PUBLISH,
            CREDENTIALS,
            ROLES);

    /** Every key there is, and for each secret that of the file that holds it, by its variable. */
    static final Map<String, String> BY_VARIABLE = ALL.stream()
            .flatMap(concern -> concern.keys().stream())
            .flatMap(Concerns::names)
            .collect(Collectors.toUnmodifiableMap(Key::variable, name -> name));

    /** The keys of what nobody may see. */
    static final Set<String> SECRETS = ALL.stream()
            .flatMap(concern -> concern.keys().stream())
            .filter(key -> key.taken().isSecret())
            .map(Key::name)
            .collect(Collectors.toUnmodifiableSet());

    private Concerns() {}

    private static Stream<String> names(Key key) {
        return key.taken().isSecret() ? Stream.of(key.name(), key.fileKey()) : Stream.of(key.name());
    }
}
