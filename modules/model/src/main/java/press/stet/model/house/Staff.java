package press.stet.model.house;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.copy.Section;

/**
 * Who may do what, and whom the house believes when it says who somebody is.
 *
 * @param version counts the staff lists of the newsroom from 1; 0 before there is one
 * @param issuers no two of one name; kept in the order of their names
 */
public record Staff(int version, Map<Person, List<Grant>> members, List<Issuer> issuers) {

    /** A newsroom nobody works in yet. */
    public static final Staff NOBODY = new Staff(0, Map.of(), List.of());

    public Staff {
        members = Map.copyOf(members);
        issuers = issuers.stream().sorted(Comparator.comparing(Issuer::name)).toList();
        Set<String> names = new HashSet<>();
        for (Issuer issuer : issuers) {
            if (!names.add(issuer.name())) {
                throw new IllegalArgumentException("two issuers are called '" + issuer.name() + "'");
            }
        }
    }

    public boolean knows(Person person) {
        return members.containsKey(person);
    }

    public boolean may(Person person, Right right, @Nullable Section section, Language language) {
        return any(person, section, language, role -> role.rights().contains(right));
    }

    public boolean mayCheck(Person person, Check check, @Nullable Section section, Language language) {
        return any(person, section, language, role -> role.checks().contains(check));
    }

    /** Whether the person has any role there. */
    public boolean worksIn(Person person, @Nullable Section section, Language language) {
        return any(person, section, language, _ -> true);
    }

    /** Who could, in the order of their names: what a refusal says comes next. */
    public List<Person> whoMay(Right right, @Nullable Section section, Language language) {
        return members.keySet().stream()
                .filter(person -> may(person, right, section, language))
                .sorted()
                .toList();
    }

    /** Who could give a check, in the order of their names. */
    public List<Person> whoMayCheck(Check check, @Nullable Section section, Language language) {
        return members.keySet().stream()
                .filter(person -> mayCheck(person, check, section, language))
                .sorted()
                .toList();
    }

    private boolean any(Person person, @Nullable Section section, Language language, Predicate<Role> entitled) {
        return members.getOrDefault(person, List.of()).stream()
                .anyMatch(grant -> grant.holdsIn(section, language) && entitled.test(grant.role()));
    }
}
