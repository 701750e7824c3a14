package press.stet.contract.access;

import static java.util.stream.Collectors.joining;
import static org.apache.kafka.clients.admin.ScramMechanism.SCRAM_SHA_512;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.SecurityDisabledException;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.setup.Brokers;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

/**
 * Gives the newsroom's principals their passwords and their rights. Nobody else's are touched, nor those of ours on what is not
 * the newsroom's. To look, one must be somebody who may describe the cluster; to change, somebody who may alter it.
 */
public final class AccessSetup {

    /** Kafka asks for 4,096 at least. */
    private static final int ITERATIONS = 8_192;

    private static final String NOBODY_IS_ASKED =
            "this cluster has no authorizer: whoever reaches it may do everything, and rights are not set";

    private final Admin admin;
    private final Credentials credentials;

    public AccessSetup(Admin admin, Credentials credentials) {
        this.admin = admin;
        this.credentials = credentials;
    }

    /**
     * Finds out what is missing and what is too much, and changes nothing.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or forbids it
     * @throws InterruptedException if interrupted; look again
     */
    public Findings look() throws InterruptedException {
        Optional<Collection<AclBinding>> standing = standing();
        if (standing.isPresent()) {
            return users().and(new AccessLists(admin, standing.get()).compare());
        }
        Findings open = new Findings(List.of(), List.of(NOBODY_IS_ASKED));
        return credentials.areNone() ? open : users().and(open);
    }

    /** Empty where the cluster has no authorizer. */
    private Optional<Collection<AclBinding>> standing() throws InterruptedException {
        try {
            return Optional.of(Brokers.answer(
                    "show its access control lists",
                    admin.describeAcls(AclBindingFilter.ANY).values()));
        } catch (BrokersUnavailable failure) {
            if (failure.getCause() instanceof SecurityDisabledException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** A password cannot be compared: one that stands is changed only where that was asked for. */
    private Findings users() throws InterruptedException {
        Set<Principal> known = known();
        Set<Principal> unknown = EnumSet.noneOf(Principal.class);
        List<Change> changes = new ArrayList<>();
        for (Principal principal : Principal.values()) {
            String password = credentials.of(principal).orElse(null);
            boolean stands = known.contains(principal);
            if (password == null) {
                if (!stands) {
                    unknown.add(principal);
                }
            } else if (!stands || credentials.rotated().contains(principal)) {
                changes.add(password(principal, password, stands));
            }
        }
        return new Findings(changes, unknown.isEmpty() ? List.of() : List.of(nobodyWithoutPassword(unknown)));
    }

    private static String nobodyWithoutPassword(Set<Principal> unknown) {
        return "there is no SCRAM user " + unknown.stream().map(Principal::user).collect(joining(", "))
                + "; to have them made, set "
                + unknown.stream().map(Credentials::key).collect(joining(", "));
    }

    private Set<Principal> known() throws InterruptedException {
        Set<Principal> known = EnumSet.noneOf(Principal.class);
        Brokers.answer(
                        "say which users it has",
                        admin.describeUserScramCredentials().all())
                .forEach((user, description) -> {
                    if (description.credentialInfos().stream().anyMatch(each -> each.mechanism() == SCRAM_SHA_512)) {
                        Principal.named(user).ifPresent(known::add);
                    }
                });
        return known;
    }

    private Change password(Principal principal, String password, boolean stands) {
        var credential = new UserScramCredentialUpsertion(
                principal.user(), new ScramCredentialInfo(SCRAM_SHA_512, ITERATIONS), password);
        return new Change(
                stands ? "give user " + principal + " the new password" : "create user " + principal,
                () -> Brokers.answer(
                        "take the password of user " + principal,
                        admin.alterUserScramCredentials(List.of(credential)).all()));
    }
}
