package press.stet.contract.access;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import press.stet.contract.setup.Brokers;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;

/** The access control lists that brokers have, beside those that the newsroom's principals are to have. */
final class AccessLists {

    private static final String EVERYBODY = "User:*";

    /** How the names of all topics, groups and transactions of the newsroom begin. */
    private static final List<String> OURS = List.of("stet.", "stet-");

    private final Admin admin;
    private final Collection<AclBinding> standing;
    private final List<Change> given = new ArrayList<>();
    private final List<Change> taken = new ArrayList<>();
    private final List<String> leftAlone = new ArrayList<>();

    AccessLists(Admin admin, Collection<AclBinding> standing) {
        this.admin = admin;
        this.standing = standing;
    }

    /** What is missing comes before what is too much, so that no part is without a right that it only gets another way. */
    Findings compare() {
        for (Principal principal : Principal.values()) {
            compare(principal);
        }
        of(EVERYBODY).filter(each -> allows(each) && reachesOurs(each)).forEach(each -> leave("everybody", each));
        List<Change> changes = new ArrayList<>(given);
        changes.addAll(taken);
        return new Findings(changes, leftAlone);
    }

    private Stream<AclBinding> of(String name) {
        return standing.stream().filter(each -> each.entry().principal().equals(name));
    }

    private void compare(Principal principal) {
        Set<AclBinding> found = of(principal.inLists()).collect(toSet());
        Set<AclBinding> wanted = principal.rights().stream()
                .flatMap(right -> right.bindings(principal))
                .collect(toSet());
        byPlace(wanted.stream().filter(each -> !found.contains(each)).toList())
                .forEach((place, missing) -> give(principal, place, missing));
        List<AclBinding> surplus =
                found.stream().filter(each -> !wanted.contains(each)).toList();
        byPlace(surplus.stream()
                        .filter(each -> allows(each) && isOurs(each.pattern()))
                        .toList())
                .forEach((place, tooMuch) -> take(principal, place, tooMuch));
        surplus.stream()
                .filter(each -> !allows(each) ? reachesOurs(each) : !isOurs(each.pattern()) && reachesOurs(each))
                .sorted(Comparator.comparing(AclBinding::toString))
                .forEach(each -> leave(principal.user(), each));
    }

    private static Map<String, List<AclBinding>> byPlace(List<AclBinding> bindings) {
        return bindings.stream().collect(groupingBy(each -> Right.place(each.pattern()), TreeMap::new, toList()));
    }

    private void give(Principal principal, String place, List<AclBinding> missing) {
        given.add(new Change(
                "let " + principal + " " + operations(missing) + " on " + place,
                () -> Brokers.answer(
                        "take rights of " + principal, admin.createAcls(missing).all())));
    }

    private void take(Principal principal, String place, List<AclBinding> tooMuch) {
        taken.add(new Change(
                "take from " + principal + " " + operations(tooMuch) + " on " + place,
                () -> Brokers.answer(
                        "take rights from " + principal,
                        admin.deleteAcls(tooMuch.stream()
                                        .map(AclBinding::toFilter)
                                        .toList())
                                .all())));
    }

    private void leave(String whom, AclBinding binding) {
        leftAlone.add(whom + (allows(binding) ? " may " : " is forbidden to ")
                + Right.word(binding.entry().operation()) + " on " + Right.place(binding.pattern())
                + ", which somebody else decided: change it with kafka-acls if it should not be so");
    }

    private static String operations(List<AclBinding> bindings) {
        return bindings.stream()
                .map(each -> each.entry().operation())
                .distinct()
                .sorted()
                .map(Right::word)
                .collect(joining(", "));
    }

    private static boolean allows(AclBinding binding) {
        return binding.entry().permissionType() == AclPermissionType.ALLOW;
    }

    private static boolean isOurs(ResourcePattern on) {
        return on.resourceType() != ResourceType.CLUSTER && OURS.stream().anyMatch(on.name()::startsWith);
    }

    /** Whether it is about something of the newsroom, or about so much that the newsroom's is among it. */
    private static boolean reachesOurs(AclBinding binding) {
        ResourcePattern on = binding.pattern();
        return isOurs(on)
                || on.resourceType() == ResourceType.CLUSTER
                || on.name().equals(ResourcePattern.WILDCARD_RESOURCE)
                || (on.patternType() == PatternType.PREFIXED
                        && OURS.stream().anyMatch(name -> name.startsWith(on.name())));
    }
}
