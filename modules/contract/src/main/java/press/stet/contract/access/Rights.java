package press.stet.contract.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;

import java.util.ArrayList;
import java.util.List;
import press.stet.contract.topic.Groups;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;

/**
 * What each principal may. It was found by taking away from each part what it runs without, and a test holds it to that: one
 * right more than needed, or one less, and it fails.
 *
 * <p>An idempotent producer needs no right but that to write (KIP-679).
 */
final class Rights {

    /** The transactional id under which a house is put in force. */
    private static final String HOUSE_OFFICE = "stet-house-office";

    private Rights() {}

    static List<Right> of(Principal principal) {
        return switch (principal) {
            case DRAFT -> sender(Topics.DRAFTS);
            case REVIEW -> sender(Topics.REVIEWS);
            case TRANSLATION -> sender(Topics.TRANSLATIONS);
            case PUBLISH -> sender(Topics.PUBLICATIONS);
            case WORKFLOW -> workflow();
            case ARCHIVE -> archive();
            case SITE -> List.of(Right.on(Topics.EDITIONS, "to know whether it shows the newest", DESCRIBE));
            case OPS -> ops();
        };
    }

    private static List<Right> sender(Topic commands) {
        return List.of(
                Right.on(commands, "to send", WRITE),
                Right.on(Topics.EVENTS, "what became of it", READ),
                Right.on(Topics.REFUSALS, "what became of it", READ));
    }

    private static List<Right> workflow() {
        List<Right> rights = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            rights.add(
                    switch (topic.value()) {
                        case COMMAND -> Right.on(topic, "to rule on them", READ, DESCRIBE_CONFIGS);
                        case HOUSE_RULES, STAFF -> Right.on(topic, "to rule by them", READ, DESCRIBE_CONFIGS);
                        case EVENT, REFUSAL, FILED_COPY, EDITION, AS_IT_CAME ->
                            Right.on(topic, "what it ruled", WRITE, DESCRIBE_CONFIGS);
                    });
        }
        rights.add(Right.onTopicsNamed(Groups.WORKFLOW + "-", "its state", CREATE, READ, WRITE));
        rights.add(Right.onGroup(Groups.WORKFLOW, "to share the work", READ));
        rights.add(Right.onTransactionsNamed(Groups.WORKFLOW + "-", "to rule exactly once", WRITE));
        return List.copyOf(rights);
    }

    private static List<Right> archive() {
        return List.of(
                Right.on(Topics.EVENTS, "the newsroom view", READ),
                Right.on(Topics.REFUSALS, "the newsroom view", READ),
                Right.on(Topics.COPIES, "the newsroom view", READ),
                Right.on(Topics.STAFF, "the newsroom view", READ),
                Right.on(Topics.EDITIONS, "the published store", READ),
                Right.onGroupsNamed(Groups.ARCHIVES, "to share the work", READ));
    }

    private static List<Right> ops() {
        List<Right> rights = new ArrayList<>();
        for (Topic topic : Topics.ALL) {
            rights.add(
                    switch (topic.value()) {
                        case HOUSE_RULES, STAFF ->
                            Right.on(topic, "to put a house in force", READ, WRITE, DESCRIBE_CONFIGS);
                        case COMMAND -> Right.on(topic, "how topics stand", DESCRIBE, DESCRIBE_CONFIGS);
                        case EVENT, REFUSAL, FILED_COPY, EDITION, AS_IT_CAME ->
                            Right.on(topic, "what happens, and how topics stand", READ, DESCRIBE_CONFIGS);
                    });
        }
        rights.add(Right.onTransactionsNamed(HOUSE_OFFICE, "so that one at a time puts a house in force", WRITE));
        rights.add(Right.onGroup(Groups.WORKFLOW, "how far it is behind", DESCRIBE));
        rights.add(Right.onGroupsNamed(Groups.ARCHIVES, "whether anybody reads", DESCRIBE));
        rights.add(Right.onCluster("how rights and disks stand", DESCRIBE));
        return List.copyOf(rights);
    }
}
