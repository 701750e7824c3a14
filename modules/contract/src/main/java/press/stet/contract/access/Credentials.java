package press.stet.contract.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The passwords that principals log in with.
 *
 * @param passwords of those whose users are to be made; never printed. Whoever is not in it gets none here, because brokers know
 *     who it is in another way
 * @param rotated who is to get their password even though they have one already
 */
public record Credentials(Map<Principal, String> passwords, Set<Principal> rotated) {

    /** Nobody is to be made. */
    public static final Credentials NONE = new Credentials(Map.of(), Set.of());

    public Credentials {
        passwords = Map.copyOf(passwords);
        rotated = Set.copyOf(rotated);
        passwords.forEach((principal, password) -> {
            if (password.isEmpty()) {
                throw new IllegalArgumentException(key(principal) + " must not be empty");
            }
        });
        for (Principal principal : rotated) {
            if (!passwords.containsKey(principal)) {
                throw new IllegalArgumentException(
                        key(principal) + " must have the new password of user " + principal + ", and is not set");
            }
        }
    }

    /** Where settings have the password of a principal. */
    public static String key(Principal principal) {
        return "credentials." + principal.user();
    }

    boolean areNone() {
        return passwords.isEmpty();
    }

    Optional<String> of(Principal principal) {
        return Optional.ofNullable(passwords.get(principal));
    }

    /** Of whom, without any password. */
    @Override
    public String toString() {
        return "passwords of " + passwords.keySet() + ", new ones for " + rotated;
    }
}
