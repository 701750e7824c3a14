package press.stet.contract.message;

import org.apache.avro.specific.SpecificRecord;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.Check;
import press.stet.wire.ApprovalsVoided;
import press.stet.wire.ChangesRequested;
import press.stet.wire.CheckWaived;
import press.stet.wire.CopyRevised;
import press.stet.wire.DraftDiscarded;
import press.stet.wire.EditionFiled;
import press.stet.wire.EditionKilled;
import press.stet.wire.EditionPublished;
import press.stet.wire.EditionResent;
import press.stet.wire.EditionWithdrawn;
import press.stet.wire.EmbargoLifted;
import press.stet.wire.EmbargoSet;
import press.stet.wire.FactsTaken;
import press.stet.wire.NoteAdded;
import press.stet.wire.NoteAnswered;
import press.stet.wire.NoteResolved;
import press.stet.wire.PublicationScheduled;
import press.stet.wire.ReadersTold;
import press.stet.wire.RecalledFromReview;
import press.stet.wire.ReviewClaimed;
import press.stet.wire.ReviewCompleted;
import press.stet.wire.ReviewDueSoon;
import press.stet.wire.ReviewOverdue;
import press.stet.wire.ReviewOwed;
import press.stet.wire.ReviewReleased;
import press.stet.wire.ScheduleCancelled;
import press.stet.wire.ScheduleFired;
import press.stet.wire.ScheduleRefused;
import press.stet.wire.ScheduleVoided;
import press.stet.wire.StoryAssigned;
import press.stet.wire.StoryFiled;
import press.stet.wire.StoryHeld;
import press.stet.wire.StoryKilled;
import press.stet.wire.StoryRestored;
import press.stet.wire.StoryResumed;
import press.stet.wire.StorySpiked;
import press.stet.wire.SubmittedForReview;
import press.stet.wire.TranslationAssigned;
import press.stet.wire.TranslationCancelled;
import press.stet.wire.TranslationConfirmed;
import press.stet.wire.TranslationDelivered;
import press.stet.wire.TranslationDueSoon;
import press.stet.wire.TranslationOverdue;
import press.stet.wire.TranslationRequested;
import press.stet.wire.TranslationStale;
import press.stet.wire.VersionApproved;
import press.stet.wire.WorkSetAside;
import press.stet.wire.WorkTakenUp;

/** Events on the wire. */
final class EventForm {

    private EventForm() {}

    static press.stet.wire.Event toWire(SealedEntry sealed) {
        Entry entry = sealed.entry();
        return new press.stet.wire.Event(
                entry.story().value(),
                entry.sequence(),
                sealed.previous() == null ? null : sealed.previous().text(),
                entry.cause().value(),
                toWire(sealed.origin()),
                entry.actor().account(),
                entry.tool(),
                Millis.exact(entry.at()),
                entry.houseRules(),
                entry.staff(),
                entry.index(),
                entry.count(),
                toWire(entry.event()));
    }

    static SealedEntry toModel(press.stet.wire.Event event) {
        Entry entry = new Entry(
                new StoryId(event.getStory()),
                event.getSequence(),
                new CommandId(event.getCause()),
                new Person(event.getActor()),
                event.getTool(),
                event.getAt(),
                event.getHouseRules(),
                event.getStaff(),
                event.getIndex(),
                event.getCount(),
                event(event.getPayload()));
        Digest previous = event.getPrevious() == null ? null : new Digest(event.getPrevious());
        return new SealedEntry(entry, previous, toModel(event.getOrigin()));
    }

    static press.stet.wire.Origin toWire(Origin origin) {
        return new press.stet.wire.Origin(origin.topic(), origin.partition(), origin.offset());
    }

    static Origin toModel(press.stet.wire.Origin origin) {
        return new Origin(origin.getTopic(), origin.getPartition(), origin.getOffset());
    }

    private static SpecificRecord toWire(Event event) {
        return switch (event) {
            case Event.StoryFiled it ->
                new StoryFiled(it.site().key(), it.language().tag(), CopyForm.toWire(it.stamp()));
            case Event.CopyRevised it ->
                new CopyRevised(it.language().tag(), CopyForm.toWire(it.stamp()), BlockForm.texts(it.overruled()));
            case Event.WorkSetAside it ->
                new WorkSetAside(it.language().tag(), it.version().number());
            case Event.WorkTakenUp it ->
                new WorkTakenUp(it.language().tag(), it.version().number());
            case Event.ApprovalsVoided it ->
                new ApprovalsVoided(it.language().tag(), it.version().number());
            case Event.SubmittedForReview it ->
                new SubmittedForReview(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.checks().stream().map(NoticeForm::toWire).toList(),
                        Millis.exactOrNull(it.due()),
                        Millis.exactOrNull(it.reminder()));
            case Event.ReviewClaimed it ->
                new ReviewClaimed(
                        it.language().tag(), it.check().name(), it.by().account());
            case Event.ReviewReleased it ->
                new ReviewReleased(
                        it.language().tag(), it.check().name(), it.by().account());
            case Event.NoteAdded it ->
                new NoteAdded(
                        it.language().tag(),
                        it.note(),
                        it.version().number(),
                        BlockForm.text(it.block()),
                        it.text(),
                        it.blocking());
            case Event.NoteAnswered it -> new NoteAnswered(it.language().tag(), it.note(), it.text());
            case Event.NoteResolved it -> new NoteResolved(it.language().tag(), it.note());
            case Event.CheckWaived it ->
                new CheckWaived(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.check().name(),
                        it.reason());
            case Event.ReviewOwed it ->
                new ReviewOwed(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.checks().stream().map(NoticeForm::toWire).toList());
            case Event.ReviewDueSoon it ->
                new ReviewDueSoon(it.language().tag(), it.version().number(), Millis.exact(it.due()));
            case Event.ReviewOverdue it ->
                new ReviewOverdue(it.language().tag(), it.version().number(), Millis.exact(it.due()));
            case Event.TranslationDueSoon it ->
                new TranslationDueSoon(it.language().tag(), Millis.exact(it.due()));
            case Event.TranslationOverdue it ->
                new TranslationOverdue(it.language().tag(), Millis.exact(it.due()));
            case Event.RecalledFromReview it ->
                new RecalledFromReview(it.language().tag(), it.version().number());
            case Event.VersionApproved it ->
                new VersionApproved(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.check().name());
            case Event.ReviewCompleted it ->
                new ReviewCompleted(
                        it.language().tag(), it.version().number(), it.digest().text());
            case Event.ChangesRequested it ->
                new ChangesRequested(
                        it.language().tag(), it.version().number(), it.check().name(), it.note());
            case Event.TranslationRequested it ->
                new TranslationRequested(
                        it.language().tag(),
                        CopyForm.toWire(it.source()),
                        Millis.exactOrNull(it.due()),
                        Millis.exactOrNull(it.reminder()));
            case Event.TranslationDelivered it ->
                new TranslationDelivered(
                        it.language().tag(), CopyForm.toWire(it.stamp()), BlockForm.texts(it.unaligned()));
            case Event.TranslationCancelled it ->
                new TranslationCancelled(it.language().tag());
            case Event.TranslationAssigned it ->
                new TranslationAssigned(
                        it.language().tag(),
                        PersonForm.account(it.to()),
                        Millis.exactOrNull(it.due()),
                        Millis.exactOrNull(it.reminder()));
            case Event.TranslationStale it ->
                new TranslationStale(
                        it.language().tag(),
                        CopyForm.toWire(it.source()),
                        BlockForm.texts(it.blocks()),
                        BlockForm.texts(it.beyond()));
            case Event.TranslationConfirmed it ->
                new TranslationConfirmed(it.language().tag(), CopyForm.toWire(it.source()));
            case Event.FactsTaken it -> new FactsTaken(it.language().tag(), it.number());
            case Event.ReadersTold it -> new ReadersTold(it.language().tag(), it.number(), it.stale());
            case Event.EditionPublished it ->
                new EditionPublished(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        it.number(),
                        NoticeForm.toWire(it.kind()),
                        NoticeForm.toWire(it.note()));
            case Event.EditionWithdrawn it ->
                new EditionWithdrawn(it.language().tag(), it.number(), NoticeForm.toWire(it.notice()));
            case Event.StoryKilled it -> new StoryKilled(NoticeForm.toWire(it.notice()));
            case Event.EditionKilled it -> new EditionKilled(it.language().tag(), it.number());
            case Event.EditionFiled it -> new EditionFiled(it.language().tag(), CopyForm.toWire(it.stamp()));
            case Event.DraftDiscarded it ->
                new DraftDiscarded(it.language().tag(), it.version().number());
            case Event.StorySpiked it -> new StorySpiked(it.reason());
            case Event.StoryRestored _ -> new StoryRestored();
            case Event.StoryHeld it -> new StoryHeld(it.reason());
            case Event.StoryResumed _ -> new StoryResumed();
            case Event.StoryAssigned it -> new StoryAssigned(PersonForm.account(it.to()), Millis.exactOrNull(it.due()));
            case Event.PublicationScheduled it ->
                new PublicationScheduled(
                        it.language().tag(),
                        it.version().number(),
                        it.digest().text(),
                        Millis.exact(it.due()),
                        it.zone().getId(),
                        NoticeForm.toWire(it.kind()),
                        NoticeForm.toWire(it.note()),
                        it.together());
            case Event.ScheduleCancelled it ->
                new ScheduleCancelled(it.language().tag());
            case Event.ScheduleVoided it -> new ScheduleVoided(it.language().tag(), it.why());
            case Event.ScheduleFired it -> new ScheduleFired(it.language().tag());
            case Event.ScheduleRefused it -> new ScheduleRefused(it.language().tag(), it.rule(), it.reason());
            case Event.EmbargoSet it -> new EmbargoSet(Millis.exactOrNull(it.until()));
            case Event.EmbargoLifted _ -> new EmbargoLifted();
            case Event.EditionResent it -> new EditionResent(it.language().tag(), it.number());
        };
    }

    private static Event event(Object payload) {
        return switch (payload) {
            case StoryFiled it ->
                new Event.StoryFiled(
                        new Site(it.getSite()), language(it.getLanguage()), CopyForm.toModel(it.getStamp()));
            case CopyRevised it ->
                new Event.CopyRevised(
                        language(it.getLanguage()),
                        CopyForm.toModel(it.getStamp()),
                        BlockForm.blocks(it.getOverruled()));
            case WorkSetAside it -> new Event.WorkSetAside(language(it.getLanguage()), new Version(it.getVersion()));
            case WorkTakenUp it -> new Event.WorkTakenUp(language(it.getLanguage()), new Version(it.getVersion()));
            case ApprovalsVoided it ->
                new Event.ApprovalsVoided(language(it.getLanguage()), new Version(it.getVersion()));
            case SubmittedForReview it ->
                new Event.SubmittedForReview(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        it.getChecks().stream().map(NoticeForm::toModel).toList(),
                        it.getDue(),
                        it.getReminder());
            case ReviewClaimed it ->
                new Event.ReviewClaimed(language(it.getLanguage()), new Check(it.getCheck()), new Person(it.getBy()));
            case ReviewReleased it ->
                new Event.ReviewReleased(language(it.getLanguage()), new Check(it.getCheck()), new Person(it.getBy()));
            case NoteAdded it ->
                new Event.NoteAdded(
                        language(it.getLanguage()),
                        it.getNote(),
                        new Version(it.getVersion()),
                        BlockForm.block(it.getBlock()),
                        it.getText(),
                        it.getBlocking());
            case NoteAnswered it -> new Event.NoteAnswered(language(it.getLanguage()), it.getNote(), it.getText());
            case NoteResolved it -> new Event.NoteResolved(language(it.getLanguage()), it.getNote());
            case CheckWaived it ->
                new Event.CheckWaived(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        new Check(it.getCheck()),
                        it.getReason());
            case ReviewOwed it ->
                new Event.ReviewOwed(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        it.getChecks().stream().map(NoticeForm::toModel).toList());
            case ReviewDueSoon it ->
                new Event.ReviewDueSoon(language(it.getLanguage()), new Version(it.getVersion()), it.getDue());
            case ReviewOverdue it ->
                new Event.ReviewOverdue(language(it.getLanguage()), new Version(it.getVersion()), it.getDue());
            case TranslationDueSoon it -> new Event.TranslationDueSoon(language(it.getLanguage()), it.getDue());
            case TranslationOverdue it -> new Event.TranslationOverdue(language(it.getLanguage()), it.getDue());
            case RecalledFromReview it ->
                new Event.RecalledFromReview(language(it.getLanguage()), new Version(it.getVersion()));
            case VersionApproved it ->
                new Event.VersionApproved(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        new Check(it.getCheck()));
            case ReviewCompleted it ->
                new Event.ReviewCompleted(
                        language(it.getLanguage()), new Version(it.getVersion()), new Digest(it.getDigest()));
            case ChangesRequested it ->
                new Event.ChangesRequested(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Check(it.getCheck()),
                        it.getNote());
            case TranslationRequested it ->
                new Event.TranslationRequested(
                        language(it.getLanguage()), CopyForm.toModel(it.getSource()), it.getDue(), it.getReminder());
            case TranslationDelivered it ->
                new Event.TranslationDelivered(
                        language(it.getLanguage()),
                        CopyForm.toModel(it.getStamp()),
                        BlockForm.blocks(it.getUnaligned()));
            case TranslationCancelled it -> new Event.TranslationCancelled(language(it.getLanguage()));
            case TranslationAssigned it ->
                new Event.TranslationAssigned(
                        language(it.getLanguage()), PersonForm.person(it.getTo()), it.getDue(), it.getReminder());
            case TranslationStale it ->
                new Event.TranslationStale(
                        language(it.getLanguage()),
                        CopyForm.toModel(it.getSource()),
                        BlockForm.blocks(it.getBlocks()),
                        BlockForm.blocks(it.getBeyond()));
            case TranslationConfirmed it ->
                new Event.TranslationConfirmed(language(it.getLanguage()), CopyForm.toModel(it.getSource()));
            case FactsTaken it -> new Event.FactsTaken(language(it.getLanguage()), it.getNumber());
            case ReadersTold it -> new Event.ReadersTold(language(it.getLanguage()), it.getNumber(), it.getStale());
            case EditionPublished it ->
                new Event.EditionPublished(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        it.getNumber(),
                        NoticeForm.toModel(it.getKind()),
                        NoticeForm.toModel(it.getNote()));
            case EditionWithdrawn it ->
                new Event.EditionWithdrawn(
                        language(it.getLanguage()), it.getNumber(), NoticeForm.toModel(it.getNotice()));
            case StoryKilled it -> new Event.StoryKilled(NoticeForm.toModel(it.getNotice()));
            case EditionKilled it -> new Event.EditionKilled(language(it.getLanguage()), it.getNumber());
            case EditionFiled it -> new Event.EditionFiled(language(it.getLanguage()), CopyForm.toModel(it.getStamp()));
            case DraftDiscarded it ->
                new Event.DraftDiscarded(language(it.getLanguage()), new Version(it.getVersion()));
            case StorySpiked it -> new Event.StorySpiked(it.getReason());
            case StoryRestored _ -> new Event.StoryRestored();
            case StoryHeld it -> new Event.StoryHeld(it.getReason());
            case StoryResumed _ -> new Event.StoryResumed();
            case StoryAssigned it -> new Event.StoryAssigned(PersonForm.person(it.getTo()), it.getDue());
            case PublicationScheduled it ->
                new Event.PublicationScheduled(
                        language(it.getLanguage()),
                        new Version(it.getVersion()),
                        new Digest(it.getDigest()),
                        it.getDue(),
                        Zones.of(it.getZone()),
                        NoticeForm.toModel(it.getKind()),
                        NoticeForm.toModel(it.getNote()),
                        it.getTogether());
            case ScheduleCancelled it -> new Event.ScheduleCancelled(language(it.getLanguage()));
            case ScheduleVoided it -> new Event.ScheduleVoided(language(it.getLanguage()), it.getWhy());
            case ScheduleFired it -> new Event.ScheduleFired(language(it.getLanguage()));
            case ScheduleRefused it ->
                new Event.ScheduleRefused(language(it.getLanguage()), it.getRule(), it.getReason());
            case EmbargoSet it -> new Event.EmbargoSet(it.getUntil());
            case EmbargoLifted _ -> new Event.EmbargoLifted();
            case EditionResent it -> new Event.EditionResent(language(it.getLanguage()), it.getNumber());
            default -> throw new MissingUpgrade(payload.getClass().getName());
        };
    }

    private static Language language(String tag) {
        return Language.of(tag);
    }
}
