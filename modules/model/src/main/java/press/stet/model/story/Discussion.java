package press.stet.model.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import press.stet.model.Person;
import press.stet.model.house.Check;

/**
 * What goes on around an edition while it is judged.
 *
 * @param claims who sees to which check; they stand until the edition goes out, or nothing is in hand
 * @param notes how many the edition has had
 * @param open those that are not resolved; at most {@value #MOST_OPEN_NOTES}
 */
public record Discussion(List<Claim> claims, int notes, List<Note> open) {

    public static final int MOST_OPEN_NOTES = 200;

    /** Nobody sees to anything, nobody remarked on anything. */
    public static final Discussion NONE = new Discussion(List.of(), 0, List.of());

    public Discussion {
        claims = List.copyOf(claims);
        open = List.copyOf(open);
    }

    /** The first note that keeps the edition from being approved. */
    public Optional<Note> blocking() {
        return open.stream().filter(Note::blocking).findFirst();
    }

    /** The open note of this number. */
    public Optional<Note> note(int number) {
        return open.stream().filter(note -> note.number() == number).findFirst();
    }

    public boolean isClaimed(Check check, Person by) {
        return claims.stream()
                .anyMatch(claim -> claim.check().equals(check) && claim.by().equals(by));
    }

    /** Who sees to a check. */
    public List<Person> claimants(Check check) {
        return claims.stream()
                .filter(claim -> claim.check().equals(check))
                .map(Claim::by)
                .toList();
    }

    Discussion claimed(Check check, Person by, Instant at) {
        List<Claim> more = new ArrayList<>(claims);
        more.add(new Claim(check, by, at));
        return new Discussion(more, notes, open);
    }

    Discussion released(Check check, Person by) {
        return without(claim -> claim.check().equals(check) && claim.by().equals(by));
    }

    /** Who wrote a version judges it no more. */
    Discussion withoutClaimsOf(Person writer) {
        return without(claim -> claim.by().equals(writer));
    }

    Discussion withoutClaims() {
        return new Discussion(List.of(), notes, open);
    }

    private Discussion without(Predicate<Claim> gone) {
        return new Discussion(claims.stream().filter(gone.negate()).toList(), notes, open);
    }

    Discussion noted(Note note) {
        List<Note> more = new ArrayList<>(open);
        more.add(note);
        return new Discussion(claims, note.number(), more);
    }

    Discussion resolved(int number) {
        return new Discussion(
                claims,
                notes,
                open.stream().filter(note -> note.number() != number).toList());
    }
}
