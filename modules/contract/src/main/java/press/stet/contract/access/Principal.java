package press.stet.contract.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.security.auth.KafkaPrincipal;

/**
 * Somebody that brokers know by name in a newsroom on many machines: each part speaks to Kafka as its own. What each may is
 * written in {@link #rights()}.
 */
public enum Principal {
    /** Sends drafts. */
    DRAFT,
    /** Sends reviews. */
    REVIEW,
    /** Sends translations. */
    TRANSLATION,
    /** Sends publications. */
    PUBLISH,
    /** Rules on what is sent. */
    WORKFLOW,
    /** Brings what was ruled into the database. */
    ARCHIVE,
    /** Shows readers what the database has. */
    SITE,
    /** Keeps house rules and staff, and looks at how topics and rights stand. */
    OPS;

    /** The name that it logs in with. */
    public String user() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its name in access control lists. */
    String inLists() {
        return new KafkaPrincipal(KafkaPrincipal.USER_TYPE, user()).toString();
    }

    /** What it may, and needs: whatever is not here is forbidden. */
    public List<Right> rights() {
        return Rights.of(this);
    }

    /** The principal of this name; empty if the newsroom has none. */
    public static Optional<Principal> named(String user) {
        return Arrays.stream(values())
                .filter(principal -> principal.user().equals(user))
                .findFirst();
    }

    static Optional<Principal> inLists(String name) {
        return Arrays.stream(values())
                .filter(principal -> principal.inLists().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return user();
    }
}
