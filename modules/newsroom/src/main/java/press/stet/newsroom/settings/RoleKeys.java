package press.stet.newsroom.settings;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.archive.database.Role;
import press.stet.archive.database.RolePasswords;

/**
 * The passwords of the newsroom's roles in PostgreSQL, which {@code stet ops topics --apply} makes. Roles that exist keep the
 * password they have, unless {@code --rotate} names them. No other command reads these.
 *
 * @param archive of the role that changes rows; left out where somebody else makes it, as for the other
 * @param site of the role that only reads what is published
 */
record RoleKeys(@Nullable Secret archive, @Nullable Secret site) {

    static final RoleKeys USUAL = new RoleKeys(null, null);

    /** Those that are to be rotated by name, where a password is set. */
    RolePasswords passwords(Collection<String> rotated) {
        Map<Role, String> passwords = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            Secret password = switch (role) {
                case ARCHIVE -> archive;
                case SITE -> site;
            };
            if (password != null) {
                passwords.put(role, password.text());
            }
        }
        return new RolePasswords(
                passwords,
                passwords.keySet().stream()
                        .filter(role -> rotated.contains(role.key()))
                        .collect(Collectors.toSet()));
    }
}
