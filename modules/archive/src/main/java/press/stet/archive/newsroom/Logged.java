package press.stet.archive.newsroom;

import press.stet.contract.message.LoggedRefusal;
import press.stet.model.EditionId;
import press.stet.model.Version;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.Staff;

/** A record of the log that the newsroom view is made from. */
sealed interface Logged {

    /**
     * Something happened to a story.
     *
     * @param value as it stands in the log
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, written to the database, never compared
    record Happened(Entry entry, byte[] value) implements Logged {}

    /** The text of a version came. */
    record Text(FiledCopy copy) implements Logged {}

    /** The text of a version was taken out of the log. */
    record Erased(EditionId edition, Version version) implements Logged {}

    /** A command was refused. */
    record Refused(LoggedRefusal refusal) implements Logged {}

    /** The newsroom has a new staff list. */
    record Listed(Staff staff) implements Logged {}
}
