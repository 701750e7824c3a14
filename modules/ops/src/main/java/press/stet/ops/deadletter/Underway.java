package press.stet.ops.deadletter;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.setup.Brokers;
import press.stet.contract.topic.Groups;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Dispatch;

/** Whether commands were sent that the workflow has not ruled on. */
final class Underway {

    private final KafkaConnection kafka;
    private final int partitions;

    Underway(KafkaConnection kafka, int partitions) {
        this.kafka = kafka;
        this.partitions = partitions;
    }

    /** Whether one may be, where commands like this one are sent to. */
    boolean isAny(Dispatch like) throws InterruptedException {
        TopicPartition place = new TopicPartition(
                Topics.of(like.command().channel()).name(), Topics.partition(like.story(), partitions));
        try (Admin admin = Admin.create(kafka.settings())) {
            long end = Brokers.answer(
                            "say where " + place + " ends",
                            admin.listOffsets(
                                            Map.of(place, OffsetSpec.latest()),
                                            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                                    .partitionResult(place))
                    .offset();
            OffsetAndMetadata ruled = Brokers.answer(
                            "say where group " + Groups.WORKFLOW + " is",
                            admin.listConsumerGroupOffsets(Groups.WORKFLOW).partitionsToOffsetAndMetadata())
                    .get(place);
            return ruled == null ? end > 0 : ruled.offset() < end;
        }
    }
}
