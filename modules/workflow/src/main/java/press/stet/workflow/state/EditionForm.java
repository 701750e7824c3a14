package press.stet.workflow.state;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.house.Check;
import press.stet.model.story.Aside;
import press.stet.model.story.Claim;
import press.stet.model.story.Discussion;
import press.stet.model.story.Edition;
import press.stet.model.story.Job;
import press.stet.model.story.Note;
import press.stet.model.story.Stale;
import press.stet.workflow.kept.KeptAside;
import press.stet.workflow.kept.KeptClaim;
import press.stet.workflow.kept.KeptEdition;
import press.stet.workflow.kept.KeptJob;
import press.stet.workflow.kept.KeptNote;
import press.stet.workflow.kept.KeptStale;

/** Editions as they are kept. */
final class EditionForm {

    private EditionForm() {}

    static KeptEdition toKept(Edition edition) {
        Discussion discussion = edition.discussion();
        return new KeptEdition(
                edition.versions(),
                WorkingForm.toKept(edition.working()),
                LiveForm.toKept(edition.live()),
                toKept(edition.job()),
                toKept(edition.stale()),
                accounts(edition.contributors()),
                edition.approved().stream().map(Version::number).toList(),
                edition.aside().stream()
                        .map(aside ->
                                new KeptAside(WorkingForm.toKept(aside.manuscript()), accounts(aside.contributors())))
                        .toList(),
                discussion.claims().stream()
                        .map(claim ->
                                new KeptClaim(claim.check().name(), claim.by().account(), claim.at()))
                        .toList(),
                discussion.notes(),
                discussion.open().stream()
                        .map(note -> new KeptNote(note.number(), note.by().account(), note.blocking()))
                        .toList());
    }

    static Edition toModel(Language language, KeptEdition kept) {
        return new Edition(
                language,
                kept.getVersions(),
                WorkingForm.working(kept.getWorking()),
                LiveForm.live(kept.getLive()),
                job(kept.getJob()),
                stale(kept.getStale()),
                people(kept.getContributors()),
                kept.getAside().stream()
                        .map(aside -> new Aside(
                                WorkingForm.manuscript(aside.getManuscript()), people(aside.getContributors())))
                        .toList(),
                new Discussion(
                        kept.getClaims().stream()
                                .map(claim -> new Claim(
                                        new Check(claim.getCheck()), new Person(claim.getBy()), claim.getAt()))
                                .toList(),
                        kept.getNotes(),
                        kept.getOpen().stream()
                                .map(note -> new Note(note.getNumber(), new Person(note.getBy()), note.getBlocking()))
                                .toList()),
                kept.getApproved().stream().map(Version::new).toList());
    }

    private static @Nullable KeptJob toKept(@Nullable Job job) {
        return job == null
                ? null
                : new KeptJob(
                        StampForm.toKept(job.source()),
                        job.requestedBy().account(),
                        job.at(),
                        job.to() == null ? null : job.to().account(),
                        WorkingForm.toKept(job.deadline()),
                        texts(job.blocks()));
    }

    private static @Nullable Job job(@Nullable KeptJob kept) {
        return kept == null
                ? null
                : new Job(
                        StampForm.toModel(kept.getSource()),
                        new Person(kept.getRequestedBy()),
                        kept.getAt(),
                        kept.getTo() == null ? null : new Person(kept.getTo()),
                        WorkingForm.deadline(kept.getDeadline()),
                        blocks(kept.getBlocks()));
    }

    private static @Nullable KeptStale toKept(@Nullable Stale stale) {
        return stale == null
                ? null
                : new KeptStale(StampForm.toKept(stale.source()), texts(stale.blocks()), texts(stale.beyond()));
    }

    private static @Nullable Stale stale(@Nullable KeptStale kept) {
        return kept == null
                ? null
                : new Stale(StampForm.toModel(kept.getSource()), blocks(kept.getBlocks()), blocks(kept.getBeyond()));
    }

    private static List<String> texts(List<BlockId> blocks) {
        return blocks.stream().map(BlockId::text).toList();
    }

    private static List<BlockId> blocks(List<String> texts) {
        return texts.stream().map(BlockId::new).toList();
    }

    /** In the order of their names, so that the same edition has the same bytes. */
    static List<String> accounts(Set<Person> people) {
        return people.stream().map(Person::account).sorted().toList();
    }

    static Set<Person> people(List<String> accounts) {
        Set<Person> people = new HashSet<>();
        accounts.forEach(account -> people.add(new Person(account)));
        return people;
    }
}
