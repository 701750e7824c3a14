package press.stet.ops;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.setup.Brokers;

/** What records one may read, asked of brokers without trying: tokens stand in commands, so that operators are not given those. */
public final class MayRead {

    private MayRead() {}

    /**
     * Those of these topics whose records one may read; all of them on brokers that ask nobody who they are.
     *
     * @throws BrokersUnavailable if Kafka does not answer, or has no such topic
     */
    public static Set<String> of(Admin admin, Collection<String> topics) throws InterruptedException {
        return Brokers.answer(
                        "say what may be done with its topics",
                        admin.describeTopics(topics, new DescribeTopicsOptions().includeAuthorizedOperations(true))
                                .allTopicNames())
                .values()
                .stream()
                .filter(each -> each.authorizedOperations() == null
                        || each.authorizedOperations().contains(AclOperation.READ))
                .map(TopicDescription::name)
                .collect(Collectors.toSet());
    }
}
