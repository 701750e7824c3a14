package press.stet.model.ruling;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.house.Staff;
import press.stet.model.story.Edition;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Story;

/**
 * A command on a story that exists, with all that its ruling depends on, and the questions every chapter asks.
 *
 * @param released whether what is to be published has waited for the story's other languages, and waits no more
 */
record Case(Story story, Person actor, Instant now, HouseRules house, Staff staff, Texts texts, boolean released) {

    /** Refuses whoever has no role that allows this in the edition's language and section. */
    @Nullable Refusal permission(Right right, Language language) {
        return permission(right, section(language), language);
    }

    @Nullable Refusal permission(Right right, @Nullable Section section, Language language) {
        return permission(staff, actor, right, section, language);
    }

    static @Nullable Refusal permission(
            Staff staff, Person actor, Right right, @Nullable Section section, Language language) {
        return staff.may(actor, right, section, language)
                ? null
                : Refusal.of(
                        Rule.PERMISSION,
                        actor + " may not " + right.key() + where(section, language) + "; who may: "
                                + names(staff.whoMay(right, section, language)));
    }

    /** Refuses whoever has no role at all in the edition's language and section. */
    @Nullable Refusal works(Language language) {
        Section section = section(language);
        return staff.worksIn(actor, section, language)
                ? null
                : Refusal.of(Rule.PERMISSION, actor + " does not work" + where(section, language));
    }

    @Nullable Refusal permission(Check check, Language language) {
        return permission(staff, actor, check, section(language), language);
    }

    static @Nullable Refusal permission(
            Staff staff, Person person, Check check, @Nullable Section section, Language language) {
        return staff.mayCheck(person, check, section, language)
                ? null
                : Refusal.of(
                        Rule.PERMISSION,
                        person + " may not give the " + check + " check" + where(section, language) + "; who may: "
                                + names(staff.whoMayCheck(check, section, language)));
    }

    @Nullable Refusal held() {
        var hold = story.hold();
        return hold == null
                ? null
                : Refusal.of(
                        Rule.HELD,
                        hold.by() + " has held the story since " + hold.at() + ": " + hold.reason()
                                + "; it goes on when it is resumed");
    }

    @Nullable Refusal embargoed() {
        var embargo = story.embargo();
        return embargo == null || !embargo.isInForce(now)
                ? null
                : Refusal.of(
                        Rule.EMBARGO,
                        "by the embargo of " + embargo.by() + " nothing of the story is public "
                                + (embargo.until() == null ? "until it is lifted" : "before " + embargo.until()));
    }

    static @Nullable Refusal fourEyes(Person judge, Edition edition) {
        return edition.contributors().contains(judge) ? contributed(judge, edition) : null;
    }

    static Refusal contributed(Person judge, Edition edition) {
        return Refusal.of(
                Rule.FOUR_EYES, judge + " contributed to the " + edition.language() + " edition and may not judge it");
    }

    /** The section that readers would find an edition in if what is in hand went out now. */
    @Nullable Section section(Language language) {
        Edition edition = story.edition(language);
        Stamp stamp = edition == null ? null : edition.current();
        Copy copy = stamp == null ? null : text(language, stamp.version());
        return stamp == null || copy == null ? story.sectionOf(language) : section(copy, stamp.source());
    }

    /** The section that readers would find this copy in. */
    @Nullable Section section(Copy copy, @Nullable Source source) {
        return Facts.fillIn(copy, source, story, texts).section();
    }

    /** The checks that the house asks of an edition today. */
    List<RequiredCheck> required(Edition edition) {
        return house.required(section(edition.language()), edition.language(), edition.isTranslation());
    }

    /** The checks that the house asks of this copy today. */
    List<RequiredCheck> required(Copy copy, @Nullable Source source) {
        return house.required(section(copy, source), copy.language(), source != null);
    }

    @Nullable Copy text(Language language, Version version) {
        return texts.find(language, version);
    }

    /** The first of these that stands against the command, or null. */
    static @Nullable Refusal firstOf(@Nullable Refusal... refusals) {
        for (Refusal refusal : refusals) {
            if (refusal != null) {
                return refusal;
            }
        }
        return null;
    }

    static Refusal unexpected(Version expected, Manuscript inHand) {
        return Refusal.of(
                Rule.EXPECTED_VERSION,
                "this was decided on version " + expected + ", but version " + inHand.version()
                        + " is in hand, sent by " + inHand.writer() + " at " + inHand.at());
    }

    private static String where(@Nullable Section section, Language language) {
        return " in " + language + (section == null ? "" : ", section " + section);
    }

    /** When people are reminded of what is due, or null. */
    @Nullable Instant reminder(@Nullable Instant due) {
        return house.deadlines().reminder(due, now);
    }

    /** A moment that is still to come. */
    @Nullable Refusal toCome(@Nullable Instant due) {
        return due == null || due.isAfter(now)
                ? null
                : Refusal.of(Rule.OUT_OF_TURN, "it cannot be due at " + due + ": it is " + now);
    }

    static String names(List<Person> people) {
        return people.isEmpty()
                ? "nobody"
                : people.stream().map(Person::account).collect(Collectors.joining(", "));
    }
}
