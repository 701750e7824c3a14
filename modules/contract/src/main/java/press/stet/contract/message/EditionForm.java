package press.stet.contract.message;

import org.apache.avro.specific.SpecificRecord;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.edition.Correction;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.FiledCopy;
import press.stet.wire.Edition;
import press.stet.wire.Killed;
import press.stet.wire.Live;
import press.stet.wire.Withdrawn;

/** The texts of versions, and what readers may see of them, on the wire. */
final class EditionForm {

    private EditionForm() {}

    static press.stet.wire.FiledCopy toWire(FiledCopy filed) {
        return new press.stet.wire.FiledCopy(
                filed.story().value(),
                filed.version().number(),
                filed.sequence(),
                filed.by().account(),
                Millis.exact(filed.at()),
                CopyForm.number(filed.basedOn()),
                CopyForm.sourceToWire(filed.source()),
                filed.digest().text(),
                CopyForm.toWire(filed.copy()));
    }

    static FiledCopy toModel(press.stet.wire.FiledCopy filed) {
        return new FiledCopy(
                new StoryId(filed.getStory()),
                new Version(filed.getVersion()),
                filed.getSequence(),
                new Person(filed.getBy()),
                filed.getAt(),
                CopyForm.version(filed.getBasedOn()),
                CopyForm.sourceToModel(filed.getSource()),
                new Digest(filed.getDigest()),
                CopyForm.toModel(filed.getCopy()));
    }

    static Edition toWire(Snapshot snapshot) {
        return new Edition(
                snapshot.story().value(),
                snapshot.language().tag(),
                snapshot.site().key(),
                snapshot.sequence(),
                snapshot.number(),
                Millis.exact(snapshot.at()),
                status(snapshot));
    }

    private static SpecificRecord status(Snapshot snapshot) {
        return switch (snapshot) {
            case Snapshot.Live live ->
                new Live(
                        live.original().tag(),
                        live.version().number(),
                        live.digest().text(),
                        live.sectionName(),
                        CopyForm.toWire(live.copy()),
                        Millis.exact(live.publishedAt()),
                        Millis.exact(live.updatedAt()),
                        live.corrections().stream().map(EditionForm::toWire).toList(),
                        Millis.exactOrNull(live.notBefore()),
                        live.stale());
            case Snapshot.Withdrawn withdrawn -> new Withdrawn(withdrawn.notice());
            case Snapshot.Killed killed -> new Killed(killed.notice());
        };
    }

    static Snapshot toModel(Edition edition) {
        StoryId story = new StoryId(edition.getStory());
        Language language = Language.of(edition.getLanguage());
        Site site = new Site(edition.getSite());
        long sequence = edition.getSequence();
        int number = edition.getNumber();
        return switch (edition.getStatus()) {
            case Live live ->
                new Snapshot.Live(
                        story,
                        language,
                        site,
                        sequence,
                        number,
                        edition.getAt(),
                        Language.of(live.getOriginal()),
                        new Version(live.getVersion()),
                        new Digest(live.getDigest()),
                        live.getSectionName(),
                        CopyForm.toModel(live.getCopy()),
                        live.getPublishedAt(),
                        live.getUpdatedAt(),
                        live.getCorrections().stream().map(EditionForm::toModel).toList(),
                        live.getNotBefore(),
                        live.getStale());
            case Withdrawn withdrawn ->
                new Snapshot.Withdrawn(story, language, site, sequence, number, edition.getAt(), withdrawn.getNotice());
            case Killed killed ->
                new Snapshot.Killed(story, language, site, sequence, number, edition.getAt(), killed.getNotice());
            default -> throw new MissingUpgrade(edition.getStatus().getClass().getName());
        };
    }

    private static press.stet.wire.Correction toWire(Correction correction) {
        return new press.stet.wire.Correction(Millis.exact(correction.at()), correction.note());
    }

    private static Correction toModel(press.stet.wire.Correction correction) {
        return new Correction(correction.getAt(), correction.getNote());
    }
}
