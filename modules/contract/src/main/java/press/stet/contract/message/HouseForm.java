package press.stet.contract.message;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.copy.Section;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Deadlines;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Issuer;
import press.stet.model.house.Notice;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.house.Sentences;
import press.stet.model.house.Staff;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.wire.CheckedEditions;
import press.stet.wire.IssuerKey;
import press.stet.wire.Member;
import press.stet.wire.SectionNames;
import press.stet.wire.Worded;

/** House rules and staff on the wire. What has no order of its own is written in that of its keys. */
final class HouseForm {

    private HouseForm() {}

    static press.stet.wire.HouseRules toWire(HouseRules rules) {
        return new press.stet.wire.HouseRules(
                rules.site().key(),
                rules.version(),
                rules.title(),
                tags(rules.languages()),
                new TreeMap<>(rules.sections())
                        .entrySet().stream()
                                .map(each -> new SectionNames(each.getKey().key(), names(each.getValue())))
                                .toList(),
                rules.checks().stream().map(HouseForm::toWire).toList(),
                rules.bylineOfOriginals(),
                rules.bylineOfTranslations(),
                rules.translateFromLive(),
                new press.stet.wire.Sentences(
                        NoticeForm.toWire(rules.sentences().corrected()),
                        NoticeForm.toWire(rules.sentences().withdrawn()),
                        NoticeForm.toWire(rules.sentences().killed()),
                        NoticeForm.toWire(rules.sentences().stale())),
                rules.translations().stream().map(HouseForm::toWire).toList(),
                toWire(rules.deadlines()));
    }

    private static press.stet.wire.Deadlines toWire(Deadlines deadlines) {
        return new press.stet.wire.Deadlines(millis(deadlines.review()), millis(deadlines.reminder()));
    }

    private static Deadlines toModel(press.stet.wire.@Nullable Deadlines deadlines) {
        return deadlines == null
                ? Deadlines.NONE
                : new Deadlines(duration(deadlines.getReview()), duration(deadlines.getReminder()));
    }

    static HouseRules toModel(press.stet.wire.HouseRules rules) {
        return new HouseRules(
                new Site(rules.getSite()),
                rules.getVersion(),
                rules.getTitle(),
                languages(rules.getLanguages()),
                rules.getSections().stream()
                        .collect(Collectors.toMap(
                                each -> new Section(each.getSection()), each -> names(each.getNames()))),
                rules.getChecks().stream().map(HouseForm::toModel).toList(),
                rules.getBylineOfOriginals(),
                rules.getBylineOfTranslations(),
                rules.getTranslateFromLive(),
                rules.getTranslations().stream().map(HouseForm::toModel).toList(),
                toModel(rules.getDeadlines()),
                new Sentences(
                        NoticeForm.toModel(rules.getSentences().getCorrected()),
                        NoticeForm.toModel(rules.getSentences().getWithdrawn()),
                        NoticeForm.toModel(rules.getSentences().getKilled()),
                        stale(rules.getSentences())));
    }

    private static List<Worded> names(Map<Language, String> names) {
        return new TreeMap<>(names)
                .entrySet().stream()
                        .map(each -> new Worded(each.getKey().tag(), each.getValue()))
                        .toList();
    }

    private static Map<Language, String> names(List<Worded> names) {
        return names.stream()
                .collect(Collectors.toUnmodifiableMap(each -> Language.of(each.getLanguage()), Worded::getText));
    }

    private static press.stet.wire.CheckRule toWire(CheckRule rule) {
        return new press.stet.wire.CheckRule(
                NoticeForm.toWire(rule.required()), toWire(rule.of()), keys(rule.sections()), tags(rule.languages()));
    }

    private static CheckRule toModel(press.stet.wire.CheckRule rule) {
        return new CheckRule(
                NoticeForm.toModel(rule.getRequired()),
                toModel(rule.getOf()),
                sections(rule.getSections()),
                languages(rule.getLanguages()));
    }

    private static press.stet.wire.TranslationRule toWire(TranslationRule rule) {
        return new press.stet.wire.TranslationRule(
                keys(rule.sections()),
                tags(rule.languages()),
                millis(rule.within()),
                toWire(rule.whileStale()),
                rule.withdrawnWithOriginal(),
                millis(rule.togetherWithin()));
    }

    private static press.stet.wire.WhileStale toWire(WhileStale meanwhile) {
        return switch (meanwhile) {
            case KEEP -> press.stet.wire.WhileStale.KEEP;
            case NOTICE -> press.stet.wire.WhileStale.NOTICE;
            case WITHDRAW -> press.stet.wire.WhileStale.WITHDRAW;
        };
    }

    private static WhileStale toModel(press.stet.wire.WhileStale meanwhile) {
        return switch (meanwhile) {
            case KEEP -> WhileStale.KEEP;
            case NOTICE -> WhileStale.NOTICE;
            case WITHDRAW -> WhileStale.WITHDRAW;
            case UNKNOWN -> throw new MissingUpgrade("new WhileStale");
        };
    }

    private static Notice stale(press.stet.wire.Sentences sentences) {
        return sentences.getStale() == null ? Sentences.PLAIN.stale() : NoticeForm.toModel(sentences.getStale());
    }

    private static TranslationRule toModel(press.stet.wire.TranslationRule rule) {
        return new TranslationRule(
                sections(rule.getSections()),
                languages(rule.getLanguages()),
                duration(rule.getWithin()),
                toModel(rule.getWhileStale()),
                rule.getWithdrawnWithOriginal(),
                duration(rule.getTogetherWithin()));
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : duration.toMillis();
    }

    private static @Nullable Duration duration(@Nullable Long millis) {
        return millis == null ? null : Duration.ofMillis(millis);
    }

    private static CheckedEditions toWire(CheckRule.Of of) {
        return switch (of) {
            case EVERY_EDITION -> CheckedEditions.EVERY_EDITION;
            case ORIGINALS -> CheckedEditions.ORIGINALS;
            case TRANSLATIONS -> CheckedEditions.TRANSLATIONS;
        };
    }

    private static CheckRule.Of toModel(CheckedEditions of) {
        return switch (of) {
            case EVERY_EDITION -> CheckRule.Of.EVERY_EDITION;
            case ORIGINALS -> CheckRule.Of.ORIGINALS;
            case TRANSLATIONS -> CheckRule.Of.TRANSLATIONS;
            case UNKNOWN -> throw new MissingUpgrade("new CheckedEditions");
        };
    }

    static press.stet.wire.Staff toWire(Staff staff) {
        return new press.stet.wire.Staff(
                staff.version(),
                new TreeMap<>(staff.members())
                        .entrySet().stream()
                                .map(each -> new Member(
                                        each.getKey().account(),
                                        each.getValue().stream()
                                                .map(HouseForm::toWire)
                                                .toList()))
                                .toList(),
                staff.issuers().stream().map(HouseForm::toWire).toList());
    }

    static Staff toModel(press.stet.wire.Staff staff) {
        return new Staff(
                staff.getVersion(),
                staff.getMembers().stream()
                        .collect(Collectors.toMap(
                                each -> new Person(each.getPerson()),
                                each -> each.getGrants().stream()
                                        .map(HouseForm::toModel)
                                        .toList())),
                staff.getIssuers().stream().map(HouseForm::toModel).toList());
    }

    private static press.stet.wire.Issuer toWire(Issuer issuer) {
        return new press.stet.wire.Issuer(
                issuer.name(),
                issuer.audience(),
                issuer.claim(),
                issuer.keys().stream()
                        .map(key -> new IssuerKey(key.id(), key.jwk()))
                        .toList());
    }

    private static Issuer toModel(press.stet.wire.Issuer issuer) {
        return new Issuer(
                issuer.getName(),
                issuer.getAudience(),
                issuer.getClaim(),
                issuer.getKeys().stream()
                        .map(key -> new Issuer.Key(key.getId(), key.getJwk()))
                        .toList());
    }

    private static press.stet.wire.Grant toWire(Grant grant) {
        Role role = grant.role();
        return new press.stet.wire.Grant(
                new press.stet.wire.Role(
                        role.name(), sorted(role.rights(), Right::key), sorted(role.checks(), Check::name)),
                keys(grant.sections()),
                tags(grant.languages()));
    }

    private static Grant toModel(press.stet.wire.Grant grant) {
        press.stet.wire.Role role = grant.getRole();
        return new Grant(
                new Role(role.getName(), set(role.getRights(), HouseForm::right), set(role.getChecks(), Check::new)),
                sections(grant.getSections()),
                languages(grant.getLanguages()));
    }

    private static Right right(String key) {
        return Arrays.stream(Right.values())
                .filter(right -> right.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new MissingUpgrade("the right " + key));
    }

    private static List<String> tags(Set<Language> languages) {
        return sorted(languages, Language::tag);
    }

    private static Set<Language> languages(List<String> tags) {
        return set(tags, Language::of);
    }

    private static List<String> keys(Set<Section> sections) {
        return sorted(sections, Section::key);
    }

    private static Set<Section> sections(List<String> keys) {
        return set(keys, Section::new);
    }

    private static <T> List<String> sorted(Collection<T> values, Function<T, String> key) {
        return values.stream().map(key).sorted().toList();
    }

    private static <T> Set<T> set(List<String> keys, Function<String, T> value) {
        return keys.stream().map(value).collect(Collectors.toUnmodifiableSet());
    }
}
