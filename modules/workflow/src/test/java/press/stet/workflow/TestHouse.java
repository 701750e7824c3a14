package press.stet.workflow;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.house.Check;
import press.stet.model.house.Deadlines;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.house.Sentences;
import press.stet.model.house.Staff;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;

/** A house that takes any section and language, and people who may do everything or nothing. */
public final class TestHouse {

    public static final Site SITE = new Site("daily");
    public static final Language EN = Language.of("en");
    public static final Language RU = Language.of("ru");
    public static final Language AR = Language.of("ar");

    public static final Person ANNA = new Person("anna");
    public static final Person BORIS = new Person("boris");
    public static final Person GUEST = new Person("guest");

    private static final Role EVERYTHING = new Role("chief", EnumSet.allOf(Right.class), Set.of(Check.EDITOR));
    private static final Role NOTHING = new Role("guest", Set.of(), Set.of());

    private TestHouse() {}

    public static HouseRules rules(Site site, int version) {
        return rules(site, version, new TranslationRule(Set.of(), Set.of(), null, WhileStale.NOTICE, false, null));
    }

    /** Here what is published waits for a language that may not come. */
    public static HouseRules together(Site site) {
        return rules(
                site,
                1,
                new TranslationRule(Set.of(), Set.of(RU), null, WhileStale.NOTICE, false, Duration.ofHours(1)));
    }

    private static HouseRules rules(Site site, int version, TranslationRule translations) {
        return new HouseRules(
                site,
                version,
                "The Daily",
                Set.of(),
                Map.of(),
                List.of(),
                false,
                false,
                false,
                List.of(translations),
                Deadlines.NONE,
                Sentences.PLAIN);
    }

    public static Staff staff(int version) {
        List<Grant> everything = List.of(new Grant(EVERYTHING, Set.of(), Set.of()));
        return new Staff(
                version,
                Map.of(ANNA, everything, BORIS, everything, GUEST, List.of(new Grant(NOTHING, Set.of(), Set.of()))),
                List.of());
    }
}
