package press.stet.archive.database;

import java.util.Map;
import java.util.Set;

/**
 * The passwords that roles log in with.
 *
 * @param passwords of those that are to be made; never printed. Whoever is not in it is made by somebody else
 * @param rotated who is to get their password even though they have one already
 */
public record RolePasswords(Map<Role, String> passwords, Set<Role> rotated) {

    /** No role is to be made. */
    public static final RolePasswords NONE = new RolePasswords(Map.of(), Set.of());

    public RolePasswords {
        passwords = Map.copyOf(passwords);
        rotated = Set.copyOf(rotated);
        passwords.forEach((role, password) -> {
            // PostgreSQL's clients map other characters to these (SASLprep), and not all in the same way.
            if (!password.matches("[!-~]+")) {
                throw new IllegalArgumentException(
                        key(role) + " must be of printable characters of ASCII, without spaces, and not empty");
            }
        });
        for (Role role : rotated) {
            if (!passwords.containsKey(role)) {
                throw new IllegalArgumentException(
                        key(role) + " must have the new password of role " + role + ", and is not set");
            }
        }
    }

    /** Where settings have the password of a role. */
    public static String key(Role role) {
        return "roles." + role.key();
    }

    /** Of whom, without any password. */
    @Override
    public String toString() {
        return "passwords of " + passwords.keySet() + ", new ones for " + rotated;
    }
}
