package press.stet.model.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;

/**
 * The side of an edition that readers see. {@link Unpublished} becomes {@link Published} and stays so through its numbers; a
 * {@link Withdrawn} edition may be published again; {@link Killed} is the end.
 */
public sealed interface Live {

    /** What readers were shown last; 0 where they were shown nothing. */
    int number();

    /** Never shown to a reader. */
    record Unpublished() implements Live {
        @Override
        public int number() {
            return 0;
        }

        Published published(Working.Approved ready, Set<Person> by, Event.EditionPublished event, Instant at) {
            return new Published(
                    ready.manuscript().stamp(),
                    event.number(),
                    at,
                    at,
                    List.of(),
                    by,
                    false,
                    ready.approvals(),
                    List.of());
        }
    }

    /** A note that readers see: what was put right, in the words for this language alone, and when. */
    record Corrected(Instant at, Notice note) {}

    /**
     * Readers see this version.
     *
     * @param publishedAt when they first saw the edition
     * @param updatedAt when it last changed for them
     * @param contributors who had a hand in this version since the one before it
     * @param stale whether they are told that the source of this translation has changed since
     * @param approvals what was given to it
     * @param owed the checks that were waived, as many as are not given since
     */
    record Published(
            Stamp stamp,
            int number,
            Instant publishedAt,
            Instant updatedAt,
            List<Corrected> corrections,
            Set<Person> contributors,
            boolean stale,
            Approvals approvals,
            List<RequiredCheck> owed)
            implements Live {
        public Published {
            corrections = List.copyOf(corrections);
            contributors = Set.copyOf(contributors);
            owed = List.copyOf(owed);
        }

        public Version version() {
            return stamp.version();
        }

        Published with(Stamp same) {
            return new Published(
                    same, number, publishedAt, updatedAt, corrections, contributors, stale, approvals, owed);
        }

        /** Readers see other facts, and the same copy. */
        Published withFacts(Event.FactsTaken event, Instant at) {
            return new Published(
                    stamp, event.number(), publishedAt, at, corrections, contributors, stale, approvals, owed);
        }

        /** Readers see the same copy, and their date of it stays. */
        Published told(Event.ReadersTold event) {
            return new Published(
                    stamp,
                    event.number(),
                    publishedAt,
                    updatedAt,
                    corrections,
                    contributors,
                    event.stale(),
                    approvals,
                    owed);
        }

        /** Checks were waived, which are to be given now. */
        Published owing(List<RequiredCheck> checks) {
            return new Published(
                    stamp, number, publishedAt, updatedAt, corrections, contributors, stale, approvals, checks);
        }

        /** A check that was owed. */
        Published given(Approvals.Given one) {
            Approvals more = approvals.with(one);
            return new Published(
                    stamp, number, publishedAt, updatedAt, corrections, contributors, stale, more, more.owed(owed));
        }

        Published replaced(Working.Approved ready, Set<Person> by, Event.EditionPublished event, Instant at) {
            Instant updated = switch (event.kind()) {
                case FIRST, UPDATE, CORRECTION -> at;
                case MINOR -> updatedAt;
            };
            return new Published(
                    ready.manuscript().stamp(),
                    event.number(),
                    publishedAt,
                    updated,
                    with(event, at),
                    by,
                    false,
                    ready.approvals(),
                    List.of());
        }

        private List<Corrected> with(Event.EditionPublished event, Instant at) {
            return switch (event.kind()) {
                case FIRST, UPDATE, MINOR -> corrections;
                case CORRECTION -> {
                    List<Corrected> more = new ArrayList<>(corrections);
                    more.add(new Corrected(at, Notice.of(event.note().in(event.language()))));
                    yield more;
                }
            };
        }

        Withdrawn withdrawn(Event.EditionWithdrawn event) {
            Notice notice = Notice.of(event.notice().in(event.language()));
            return new Withdrawn(stamp, event.number(), publishedAt, corrections, contributors, notice);
        }
    }

    /** Readers are told that it was withdrawn. The version they saw is kept: it may be approved anew. */
    record Withdrawn(
            Stamp stamp,
            int number,
            Instant publishedAt,
            List<Corrected> corrections,
            Set<Person> contributors,
            Notice notice)
            implements Live {
        public Withdrawn {
            corrections = List.copyOf(corrections);
            contributors = Set.copyOf(contributors);
        }

        public Version version() {
            return stamp.version();
        }

        Withdrawn with(Stamp same) {
            return new Withdrawn(same, number, publishedAt, corrections, contributors, notice);
        }

        Published published(Working.Approved ready, Set<Person> by, Event.EditionPublished event, Instant at) {
            return new Published(
                    ready.manuscript().stamp(),
                    event.number(),
                    publishedAt,
                    at,
                    corrections,
                    by,
                    false,
                    ready.approvals(),
                    List.of());
        }
    }

    /** Recalled with its story, for good. */
    record Killed(int number) implements Live {}
}
