package press.stet.testkit.house;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import press.stet.model.Language;
import press.stet.model.copy.Section;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Deadlines;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Sentences;
import press.stet.model.house.TranslationRule;

/** House rules that differ in one point from those given, each a version later. */
public final class Rules {

    private Rules() {}

    /** Asks for one check more, of every edition. */
    public static HouseRules asking(HouseRules rules, Check check, int quorum) {
        return asking(
                rules, new CheckRule(new RequiredCheck(check, quorum), CheckRule.Of.EVERY_EDITION, Set.of(), Set.of()));
    }

    public static HouseRules asking(HouseRules rules, CheckRule rule) {
        List<CheckRule> checks = new ArrayList<>(rules.checks());
        checks.add(rule);
        return with(rules, rules.languages(), rules.sections(), checks, rules.translateFromLive());
    }

    /** Asks for nothing but the editor's check. */
    public static HouseRules askingLittle(HouseRules rules) {
        return with(rules, rules.languages(), rules.sections(), List.of(), rules.translateFromLive());
    }

    public static HouseRules publishedIn(HouseRules rules, Language... languages) {
        return with(
                rules,
                new HashSet<>(Arrays.asList(languages)),
                rules.sections(),
                rules.checks(),
                rules.translateFromLive());
    }

    /** Sections that go by their keys. */
    public static HouseRules withSections(HouseRules rules, String... keys) {
        Map<Section, Map<Language, String>> sections = new HashMap<>();
        for (String key : keys) {
            sections.put(new Section(key), Map.of());
        }
        return with(rules, rules.languages(), sections, rules.checks(), rules.translateFromLive());
    }

    /** A section with its name in one language. */
    public static HouseRules naming(HouseRules rules, String key, Language language, String name) {
        Map<Section, Map<Language, String>> sections = new HashMap<>(rules.sections());
        sections.put(new Section(key), Map.of(language, name));
        return with(rules, rules.languages(), sections, rules.checks(), rules.translateFromLive());
    }

    /** The same rules, as this version of them. */
    public static HouseRules atVersion(HouseRules rules, int version) {
        return rules.numbered(version);
    }

    /** With these rules of what becomes of its stories in other languages. */
    public static HouseRules translating(HouseRules rules, TranslationRule... translations) {
        return new HouseRules(
                rules.site(),
                rules.version() + 1,
                rules.title(),
                rules.languages(),
                rules.sections(),
                rules.checks(),
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                rules.translateFromLive(),
                List.of(translations),
                rules.deadlines(),
                rules.sentences());
    }

    public static HouseRules translatingFromLive(HouseRules rules) {
        return with(rules, rules.languages(), rules.sections(), rules.checks(), true);
    }

    public static HouseRules demandingBylines(HouseRules rules, boolean ofOriginals, boolean ofTranslations) {
        return new HouseRules(
                rules.site(),
                rules.version() + 1,
                rules.title(),
                rules.languages(),
                rules.sections(),
                rules.checks(),
                ofOriginals,
                ofTranslations,
                rules.translateFromLive(),
                rules.translations(),
                rules.deadlines(),
                rules.sentences());
    }

    /** The same rules, with so much time for a review, and a reminder so long before. */
    public static HouseRules within(HouseRules rules, Duration review, Duration reminder) {
        return new HouseRules(
                rules.site(),
                rules.version() + 1,
                rules.title(),
                rules.languages(),
                rules.sections(),
                rules.checks(),
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                rules.translateFromLive(),
                rules.translations(),
                new Deadlines(review, reminder),
                rules.sentences());
    }

    public static HouseRules saying(HouseRules rules, Sentences sentences) {
        return new HouseRules(
                rules.site(),
                rules.version() + 1,
                rules.title(),
                rules.languages(),
                rules.sections(),
                rules.checks(),
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                rules.translateFromLive(),
                rules.translations(),
                rules.deadlines(),
                sentences);
    }

    private static HouseRules with(
            HouseRules rules,
            Set<Language> languages,
            Map<Section, Map<Language, String>> sections,
            List<CheckRule> checks,
            boolean translateFromLive) {
        return new HouseRules(
                rules.site(),
                rules.version() + 1,
                rules.title(),
                languages,
                sections,
                checks,
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                translateFromLive,
                rules.translations(),
                rules.deadlines(),
                rules.sentences());
    }
}
