package press.stet.contract.message;

import java.util.Arrays;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import press.stet.model.command.Channel;
import press.stet.model.copy.BlockId;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Violation;
import press.stet.wire.AcceptedBefore;
import press.stet.wire.RefusedBefore;

/** Refused commands on the wire. */
final class RefusalForm {

    private RefusalForm() {}

    static press.stet.wire.Refusal toWire(LoggedRefusal logged) {
        RefusedCommand refused = logged.refused();
        return new press.stet.wire.Refusal(
                CommandForm.toWire(refused.dispatch()),
                toWire(refused.channel()),
                EventForm.toWire(logged.origin()),
                Millis.exact(refused.at()),
                refused.refusal().rule().key(),
                refused.refusal().reason(),
                refused.refusal().violations().stream().map(RefusalForm::toWire).toList(),
                toWire(refused.first()),
                refused.houseRules(),
                refused.staff());
    }

    static LoggedRefusal toModel(press.stet.wire.Refusal refusal) {
        Refusal why = new Refusal(
                rule(refusal.getRule()),
                refusal.getReason(),
                refusal.getViolations().stream().map(RefusalForm::toModel).toList());
        RefusedCommand refused = new RefusedCommand(
                CommandForm.toModel(refusal.getCommand()),
                toModel(refusal.getChannel()),
                refusal.getAt(),
                why,
                first(refusal.getFirst()),
                refusal.getHouseRules(),
                refusal.getStaff());
        return new LoggedRefusal(refused, EventForm.toModel(refusal.getOrigin()));
    }

    private static press.stet.wire.Violation toWire(Violation violation) {
        return new press.stet.wire.Violation(violation.block().text(), violation.what());
    }

    private static Violation toModel(press.stet.wire.Violation violation) {
        return new Violation(new BlockId(violation.getBlock()), violation.getWhat());
    }

    private static @Nullable SpecificRecord toWire(@Nullable Outcome first) {
        return switch (first) {
            case null -> null;
            case Outcome.Accepted accepted -> new AcceptedBefore(accepted.sequence(), accepted.count());
            case Outcome.Refused refused -> new RefusedBefore(refused.rule().key());
        };
    }

    private static @Nullable Outcome first(@Nullable Object first) {
        return switch (first) {
            case null -> null;
            case AcceptedBefore accepted -> new Outcome.Accepted(accepted.getSequence(), accepted.getCount());
            case RefusedBefore refused -> new Outcome.Refused(rule(refused.getRule()));
            default -> throw new MissingUpgrade(first.getClass().getName());
        };
    }

    private static Rule rule(String key) {
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new MissingUpgrade("the rule " + key));
    }

    private static press.stet.wire.Channel toWire(Channel channel) {
        return switch (channel) {
            case DRAFTS -> press.stet.wire.Channel.DRAFTS;
            case REVIEWS -> press.stet.wire.Channel.REVIEWS;
            case TRANSLATIONS -> press.stet.wire.Channel.TRANSLATIONS;
            case PUBLICATIONS -> press.stet.wire.Channel.PUBLICATIONS;
        };
    }

    private static Channel toModel(press.stet.wire.Channel channel) {
        return switch (channel) {
            case DRAFTS -> Channel.DRAFTS;
            case REVIEWS -> Channel.REVIEWS;
            case TRANSLATIONS -> Channel.TRANSLATIONS;
            case PUBLICATIONS -> Channel.PUBLICATIONS;
            case UNKNOWN -> throw new MissingUpgrade("a new Channel");
        };
    }
}
