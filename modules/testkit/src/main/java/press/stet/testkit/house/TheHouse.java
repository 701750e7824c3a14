package press.stet.testkit.house;

import static press.stet.model.house.Right.ASSIGN;
import static press.stet.model.house.Right.CORRECT;
import static press.stet.model.house.Right.DELIVER;
import static press.stet.model.house.Right.EMBARGO;
import static press.stet.model.house.Right.FILE;
import static press.stet.model.house.Right.HOLD;
import static press.stet.model.house.Right.KILL;
import static press.stet.model.house.Right.MINOR;
import static press.stet.model.house.Right.PUBLISH;
import static press.stet.model.house.Right.RECALL;
import static press.stet.model.house.Right.RECALL_TRANSLATION;
import static press.stet.model.house.Right.REQUEST_CHANGES;
import static press.stet.model.house.Right.REQUEST_TRANSLATION;
import static press.stet.model.house.Right.REVISE;
import static press.stet.model.house.Right.REVISE_TRANSLATION;
import static press.stet.model.house.Right.SPIKE;
import static press.stet.model.house.Right.SUBMIT;
import static press.stet.model.house.Right.SUBMIT_TRANSLATION;
import static press.stet.model.house.Right.WAIVE;
import static press.stet.model.house.Right.WITHDRAW;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.house.Check;
import press.stet.model.house.Deadlines;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Role;
import press.stet.model.house.Sentences;
import press.stet.model.house.Staff;

/** The house of a newsroom that was given none: any section, language and site, and six accounts named for their roles. */
public final class TheHouse {

    public static final Person REPORTER = new Person("reporter");
    public static final Person EDITOR = new Person("editor");
    public static final Person LEGAL = new Person("legal");
    public static final Person TRANSLATOR = new Person("translator");
    public static final Person PUBLISHER = new Person("publisher");
    public static final Person CHIEF = new Person("chief");

    /** Works nowhere in this house. */
    public static final Person STRANGER = new Person("stranger");

    public static final Check LEGAL_CHECK = new Check("legal");
    public static final Check PICTURES_CHECK = new Check("pictures");
    public static final Check FACTS_CHECK = new Check("facts");

    /** The site that fixtures file for; the rules of any site hold for it. */
    public static final Site SITE = new Site("world");

    private static final Role A_REPORTER = new Role(
            "reporter",
            Set.of(FILE, REVISE, REVISE_TRANSLATION, SUBMIT, SUBMIT_TRANSLATION, RECALL, RECALL_TRANSLATION, DELIVER),
            Set.of());
    private static final Role AN_EDITOR = new Role(
            "editor",
            Set.of(
                    FILE,
                    REVISE,
                    REVISE_TRANSLATION,
                    SUBMIT,
                    SUBMIT_TRANSLATION,
                    RECALL,
                    RECALL_TRANSLATION,
                    DELIVER,
                    REQUEST_CHANGES,
                    REQUEST_TRANSLATION,
                    PUBLISH,
                    MINOR,
                    SPIKE,
                    HOLD,
                    ASSIGN),
            Set.of(Check.EDITOR));
    private static final Role A_LAWYER = new Role("legal", Set.of(REQUEST_CHANGES), Set.of(LEGAL_CHECK));
    private static final Role A_TRANSLATOR = new Role(
            "translator", Set.of(DELIVER, REVISE_TRANSLATION, SUBMIT_TRANSLATION, RECALL_TRANSLATION), Set.of());
    private static final Role A_PUBLISHER =
            new Role("publisher", Set.of(PUBLISH, MINOR, CORRECT, WITHDRAW, EMBARGO), Set.of());
    private static final Role A_CHIEF = new Role(
            "chief",
            Set.of(
                    FILE,
                    REVISE,
                    REVISE_TRANSLATION,
                    SUBMIT,
                    SUBMIT_TRANSLATION,
                    RECALL,
                    RECALL_TRANSLATION,
                    DELIVER,
                    REQUEST_CHANGES,
                    REQUEST_TRANSLATION,
                    PUBLISH,
                    MINOR,
                    CORRECT,
                    WITHDRAW,
                    KILL,
                    SPIKE,
                    HOLD,
                    ASSIGN,
                    WAIVE,
                    EMBARGO),
            Set.of(Check.EDITOR, LEGAL_CHECK, PICTURES_CHECK, FACTS_CHECK));

    /** One check by one other person, and a byline of originals. */
    public static final HouseRules RULES = new HouseRules(
            Site.ANY,
            1,
            "Stet",
            Set.of(),
            Map.of(),
            List.of(),
            true,
            false,
            false,
            List.of(),
            Deadlines.NONE,
            Sentences.PLAIN);

    public static final Staff STAFF = new Staff(
            1,
            Map.of(
                    REPORTER, everywhere(A_REPORTER),
                    EDITOR, everywhere(AN_EDITOR),
                    LEGAL, everywhere(A_LAWYER),
                    TRANSLATOR, everywhere(A_TRANSLATOR),
                    PUBLISHER, everywhere(A_PUBLISHER),
                    CHIEF, everywhere(A_CHIEF)),
            List.of());

    private TheHouse() {}

    /** The role of an account of the house, for a person of a test's own. */
    public static Role roleOf(Person account) {
        return Objects.requireNonNull(STAFF.members().get(account), account + " works in the house")
                .getFirst()
                .role();
    }

    /** The staff with one person more, or with other grants. */
    public static Staff with(Staff staff, Person person, Grant... grants) {
        Map<Person, List<Grant>> members = new HashMap<>(staff.members());
        members.put(person, List.of(grants));
        return new Staff(staff.version() + 1, members, staff.issuers());
    }

    /** A grant for all sections and languages. */
    public static List<Grant> everywhere(Role role) {
        return List.of(new Grant(role, Set.of(), Set.of()));
    }
}
