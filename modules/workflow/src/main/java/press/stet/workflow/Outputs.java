package press.stet.workflow;

import java.util.ArrayList;
import java.util.List;
import press.stet.contract.header.CloudEvents;
import press.stet.contract.header.Part;
import press.stet.contract.header.Trace;
import press.stet.contract.history.SealedRecord;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.topic.Topics;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.ruling.Ruling;

/** Writes what follows from a ruling as records, all of them before the first is sent. */
final class Outputs {

    private final MessageCodec codec;

    Outputs(MessageCodec codec) {
        this.codec = codec;
    }

    /** The events of a ruling, then the new texts, then what readers see. */
    List<Output> of(Ruling.Accepted accepted, List<SealedRecord> sealed, Trace trace) {
        List<Output> outputs = new ArrayList<>();
        sealed.forEach(each -> outputs.add(event(each, trace.next())));
        accepted.texts().forEach(each -> outputs.add(copy(each, trace.next())));
        int count = accepted.snapshots().size();
        for (int at = 0; at < count; at++) {
            outputs.add(edition(accepted.snapshots().get(at), new Part(at + 1, count), trace.next()));
        }
        return outputs;
    }

    Output of(LoggedRefusal refusal, Trace trace) {
        return Output.of(
                NewsroomTopology.REFUSALS,
                Topics.REFUSALS,
                refusal.refused().dispatch().story().toString(),
                codec.encodeRefusal(refusal),
                refusal.refused().at(),
                CloudEvents.of(refusal, trace.next()));
    }

    private static Output event(SealedRecord sealed, Trace trace) {
        Entry entry = sealed.entry().entry();
        return Output.of(
                NewsroomTopology.EVENTS,
                Topics.EVENTS,
                entry.story().toString(),
                sealed.value(),
                entry.at(),
                CloudEvents.of(sealed.entry(), trace));
    }

    private Output copy(FiledCopy copy, Trace trace) {
        return Output.of(
                NewsroomTopology.COPIES,
                Topics.COPIES,
                copy.key(),
                codec.encodeCopy(copy),
                copy.at(),
                CloudEvents.of(copy, trace));
    }

    private Output edition(Snapshot snapshot, Part part, Trace trace) {
        return Output.of(
                NewsroomTopology.EDITIONS,
                Topics.EDITIONS,
                snapshot.edition().toString(),
                codec.encodeEdition(snapshot),
                snapshot.at(),
                CloudEvents.of(snapshot, part, trace));
    }
}
