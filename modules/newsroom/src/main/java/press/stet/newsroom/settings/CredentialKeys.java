package press.stet.newsroom.settings;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.contract.access.Credentials;
import press.stet.contract.access.Principal;

/**
 * The passwords of the newsroom's users of Kafka, which {@code stet ops topics --apply} makes. Users that exist keep the password
 * they have, unless {@code --rotate} names them. No other command reads these.
 *
 * @param draft of the user that sends drafts; left out where brokers know who it is in another way, as for the others
 * @param review of the user that sends reviews
 * @param translation of the user that sends translations
 * @param publish of the user that sends publications
 * @param workflow of the user of the workflow
 * @param archive of the user of the archive
 * @param site of the user of the readers' site
 * @param ops of the user that keeps house rules and staff
 */
record CredentialKeys(
        @Nullable Secret draft,
        @Nullable Secret review,
        @Nullable Secret translation,
        @Nullable Secret publish,
        @Nullable Secret workflow,
        @Nullable Secret archive,
        @Nullable Secret site,
        @Nullable Secret ops) {

    static final CredentialKeys USUAL = new CredentialKeys(null, null, null, null, null, null, null, null);

    /** Those that are to be rotated by name, where a password is set. */
    Credentials credentials(Collection<String> rotated) {
        Map<Principal, String> passwords = new EnumMap<>(Principal.class);
        for (Principal principal : Principal.values()) {
            Secret password = of(principal);
            if (password != null) {
                passwords.put(principal, password.text());
            }
        }
        return new Credentials(
                passwords,
                passwords.keySet().stream()
                        .filter(principal -> rotated.contains(principal.user()))
                        .collect(Collectors.toSet()));
    }

    private @Nullable Secret of(Principal principal) {
        return switch (principal) {
            case DRAFT -> draft;
            case REVIEW -> review;
            case TRANSLATION -> translation;
            case PUBLISH -> publish;
            case WORKFLOW -> workflow;
            case ARCHIVE -> archive;
            case SITE -> site;
            case OPS -> ops;
        };
    }
}
