package press.stet.contract.access;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import press.stet.contract.topic.Topic;

/**
 * That somebody may do something with one thing that brokers keep, from any machine.
 *
 * @param on a topic, a group, transactional ids, or the cluster; by its whole name or by how its name begins
 * @param may brokers take READ, WRITE and DELETE to include DESCRIBE (KIP-11)
 * @param why what it is needed for
 */
public record Right(ResourcePattern on, Set<AclOperation> may, String why) {

    private static final String FROM_ANYWHERE = "*";

    public Right {
        may = Collections.unmodifiableSet(EnumSet.copyOf(may));
    }

    static Right on(Topic topic, String why, AclOperation... may) {
        return of(ResourceType.TOPIC, topic.name(), PatternType.LITERAL, why, may);
    }

    static Right onTopicsNamed(String beginning, String why, AclOperation... may) {
        return of(ResourceType.TOPIC, beginning, PatternType.PREFIXED, why, may);
    }

    static Right onGroup(String name, String why, AclOperation... may) {
        return of(ResourceType.GROUP, name, PatternType.LITERAL, why, may);
    }

    static Right onGroupsNamed(String beginning, String why, AclOperation... may) {
        return of(ResourceType.GROUP, beginning, PatternType.PREFIXED, why, may);
    }

    static Right onTransactionsNamed(String beginning, String why, AclOperation... may) {
        return of(ResourceType.TRANSACTIONAL_ID, beginning, PatternType.PREFIXED, why, may);
    }

    static Right onCluster(String why, AclOperation... may) {
        return of(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL, why, may);
    }

    private static Right of(ResourceType type, String name, PatternType pattern, String why, AclOperation... may) {
        return new Right(new ResourcePattern(type, name, pattern), EnumSet.copyOf(Arrays.asList(may)), why);
    }

    /** What brokers are told, an entry for each operation. */
    Stream<AclBinding> bindings(Principal principal) {
        return may.stream()
                .map(operation -> new AclBinding(
                        on,
                        new AccessControlEntry(
                                principal.inLists(), FROM_ANYWHERE, operation, AclPermissionType.ALLOW)));
    }

    /** What may be done, in words: {@code read, describe configs}. */
    public String operations() {
        return may.stream().map(Right::word).collect(Collectors.joining(", "));
    }

    /** On what, in words: {@code topic stet.drafts}; a name that only begins so ends in an asterisk. */
    public String place() {
        return place(on);
    }

    static String place(ResourcePattern on) {
        if (on.resourceType() == ResourceType.CLUSTER) {
            return "the cluster";
        }
        return word(on.resourceType()) + " " + on.name() + (on.patternType() == PatternType.PREFIXED ? "*" : "");
    }

    static String word(Enum<?> kafkas) {
        return kafkas.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return operations() + " on " + place();
    }
}
