package press.stet.contract.message;

import press.stet.model.Language;
import press.stet.model.command.PublicationKind;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;
import press.stet.wire.Worded;

/** The small words that commands, events and house rules share, on the wire. */
final class NoticeForm {

    private NoticeForm() {}

    static press.stet.wire.Notice toWire(Notice notice) {
        return new press.stet.wire.Notice(
                notice.worded().stream()
                        .map(each -> new Worded(each.language().tag(), each.text()))
                        .toList(),
                notice.otherwise());
    }

    static Notice toModel(press.stet.wire.Notice notice) {
        return new Notice(
                notice.getWorded().stream()
                        .map(each -> new Notice.Worded(Language.of(each.getLanguage()), each.getText()))
                        .toList(),
                notice.getOtherwise());
    }

    static press.stet.wire.RequiredCheck toWire(RequiredCheck required) {
        return new press.stet.wire.RequiredCheck(required.check().name(), required.quorum());
    }

    static RequiredCheck toModel(press.stet.wire.RequiredCheck required) {
        return new RequiredCheck(new Check(required.getCheck()), required.getQuorum());
    }

    static press.stet.wire.PublicationKind toWire(PublicationKind kind) {
        return switch (kind) {
            case FIRST -> press.stet.wire.PublicationKind.FIRST;
            case UPDATE -> press.stet.wire.PublicationKind.UPDATE;
            case CORRECTION -> press.stet.wire.PublicationKind.CORRECTION;
            case MINOR -> press.stet.wire.PublicationKind.MINOR;
        };
    }

    static PublicationKind toModel(press.stet.wire.PublicationKind kind) {
        return switch (kind) {
            case FIRST -> PublicationKind.FIRST;
            case UPDATE -> PublicationKind.UPDATE;
            case CORRECTION -> PublicationKind.CORRECTION;
            case MINOR -> PublicationKind.MINOR;
            case UNKNOWN -> throw new MissingUpgrade("a new PublicationKind");
        };
    }
}
