package press.stet.newsroom.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.copy.Section;
import press.stet.model.house.Check;
import press.stet.model.house.Deadlines;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;

class HouseFileTest {

    private static final String HOUSE = "sites: {any: {}}\nroles: {reporter: {may: [file]}}\nstaff: {ann: reporter}\n";

    private static final Language EN = Language.of("en");
    private static final Language RU = Language.of("ru");

    @Test
    void the_standard_house_has_six_accounts_and_only_its_chief_kills() {
        var staff = HouseFile.standard().staff();

        assertThat(staff.members().keySet())
                .extracting(Person::account)
                .containsExactlyInAnyOrder("reporter", "editor", "legal", "translator", "publisher", "chief");
        assertThat(staff.whoMay(Right.KILL, null, EN)).containsExactly(new Person("chief"));
        assertThat(staff.whoMayCheck(Check.EDITOR, null, RU))
                .containsExactly(new Person("chief"), new Person("editor"));
    }

    @Test
    void the_standard_house_takes_any_section_and_language_and_asks_one_editor() {
        HouseRules rules = HouseFile.standard().sites().getFirst();

        assertThat(rules.site()).isEqualTo(Site.ANY);
        assertThat(rules.has(Language.of("tg"))).isTrue();
        assertThat(rules.has(new Section("gardens"))).isTrue();
        assertThat(rules.required(null, EN, false)).containsExactly(new RequiredCheck(Check.EDITOR, 1));
        assertThat(rules.bylineOfTranslations()).isFalse();
    }

    @Test
    void the_house_that_the_documentation_explains_can_be_put_in_force() throws IOException {
        House house = HouseFile.parse("docs/house.md", documented());
        HouseRules rules = house.sites().getFirst();

        assertThat(rules.required(new Section("courts"), EN, false))
                .containsExactly(new RequiredCheck(Check.EDITOR, 2), new RequiredCheck(new Check("legal"), 1));
        assertThat(rules.nameOf(new Section("city"), RU)).isEqualTo("Город");
        assertThat(rules.translations(new Section("courts")))
                .isEqualTo(new TranslationRule(
                        Set.of(new Section("courts")),
                        Set.of(RU, Language.of("uz")),
                        Duration.ofHours(4),
                        WhileStale.WITHDRAW,
                        true,
                        null));
        assertThat(rules.translations(new Section("city")).languages()).hasSize(3);
        assertThat(rules.translations(new Section("city")).whileStale()).isEqualTo(WhileStale.NOTICE);
        assertThat(rules.translations(new Section("city")).togetherWithin()).isEqualTo(Duration.ofHours(6));
        assertThat(rules.sentences().stale().in(RU)).isEqualTo("Оригинал изменился, перевод обновляется.");
        assertThat(rules.sentences().withdrawn().in(RU)).isEqualTo("Материал снят с публикации.");
        assertThat(house.staff().mayCheck(new Person("chinara"), Check.EDITOR, new Section("world"), EN))
                .isFalse();
        assertThat(house.staff().may(new Person("dilnoza"), Right.DELIVER, null, Language.of("uz")))
                .isTrue();
    }

    @Test
    void issuers_are_named_with_where_their_keys_are(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("house.yaml"), HOUSE + """
                issuers:
                  https://login.example/realms/news: {audience: newsroom, person: preferred_username}
                  desk: {audience: stet, keys: keys/desk.json}
                  https://other.example: {audience: stet, keys: "https://other.example/certs"}
                """);

        assertThat(HouseFile.read(file).issuers())
                .extracting(NamedIssuer::name, NamedIssuer::audience, NamedIssuer::claim, NamedIssuer::keys)
                .containsExactly(
                        tuple("https://login.example/realms/news", "newsroom", "preferred_username", null),
                        tuple(
                                "desk",
                                "stet",
                                "sub",
                                folder.toAbsolutePath()
                                        .resolve("keys/desk.json")
                                        .toUri()),
                        tuple("https://other.example", "stet", "sub", URI.create("https://other.example/certs")));
    }

    @Test
    void an_issuer_that_nobody_could_be_is_refused() {
        assertIssuersRefused("{stet: {audience: stet, keys: k}}", "issuers.stet", "the newsroom's own");
        assertIssuersRefused("{desk: {keys: k}}", "issuers.desk", "audience");
        assertIssuersRefused("{desk: {audience: stet}}", "issuers.desk", "'keys'");
        assertIssuersRefused("{desk: {audience: stet, key: k}}", "issuers.desk.key", "audience, keys, person");
        assertIssuersRefused("{desk: {audience: stet, keys: 'https://a b'}}", "issuers.desk", "no address");
    }

    private static void assertIssuersRefused(String issuers, String... words) {
        assertThatThrownBy(() -> HouseFile.parse("h", HOUSE + "issuers: " + issuers))
                .isInstanceOf(HouseRefused.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
    }

    @Test
    void an_unknown_key_is_named_with_its_place_and_what_is_known() {
        assertThatThrownBy(() -> HouseFile.parse("house.yaml", "sites:\n  any:\n    titel: Stet\n"))
                .isInstanceOf(HouseRefused.class)
                .hasMessageContaining("house.yaml: sites.any.titel")
                .hasMessageContaining("'titel'")
                .hasMessageContaining("title");
    }

    @Test
    void a_rule_of_translations_that_could_not_hold_is_refused() {
        assertTranslationsRefused("[{languages: [fr]}]", "sites.any.translations", "no language 'fr'");
        assertTranslationsRefused("[{sections: [sport]}]", "no section 'sport'");
        assertTranslationsRefused("[{languages: [ru], within: soon}]", "90m, 8h, 2d", "'soon'");
        assertTranslationsRefused("[{languages: [ru], within: 0h}]", "PT0S");
        assertTranslationsRefused("[{languages: [ru]}, {sections: [world]}]", "none may stand behind one for all");
        assertTranslationsRefused("[{languages: ['russian language']}]", "sites.any.translations");
        assertTranslationsRefused(
                "[{into: [ru]}]",
                "'into'",
                "languages, sections, together-within, while-stale, withdrawn-with-original, within");
        assertTranslationsRefused("[{while-stale: hide}]", "'keep', 'notice' or 'withdraw'", "'hide'");
    }

    private static void assertTranslationsRefused(String translations, String... words) {
        String site = "{languages: [en, ru], sections: {world: {}}, translations: " + translations + "}";
        assertThatThrownBy(() -> HouseFile.parse("h", "sites: {any: " + site + "}\nroles: {}\nstaff: {}"))
                .isInstanceOf(HouseRefused.class)
                .satisfies(refused -> assertThat(refused.getMessage()).contains(words));
    }

    @Test
    void the_house_says_by_when_a_version_is_to_be_judged_and_how_long_before_people_are_reminded() {
        HouseRules rules = HouseFile.parse(
                        "h", "sites: {any: {within: {review: 2h, remind: 30m}}}\nroles: {}\nstaff: {}")
                .sites()
                .getFirst();

        assertThat(rules.deadlines()).isEqualTo(new Deadlines(Duration.ofHours(2), Duration.ofMinutes(30)));
    }

    @Test
    void a_time_for_reviews_that_nobody_could_mean_is_refused() {
        assertWithinRefused("{review: soon}", "sites.any.within", "90m, 8h, 2d", "'soon'");
        assertWithinRefused("{review: 0m}", "sites.any.within", "1 minute");
        assertWithinRefused("{remind: 400d}", "sites.any.within", "366 days");
        assertWithinRefused("{translation: 2h}", "'translation'", "remind, review");
    }

    private static void assertWithinRefused(String within, String... told) {
        assertThatThrownBy(() -> HouseFile.parse("h", "sites: {any: {within: " + within + "}}\nroles: {}\nstaff: {}"))
                .hasMessageContainingAll(told);
    }

    @Test
    void an_unknown_role_or_right_is_refused_with_those_there_are() {
        String roles = "sites: {any: {}}\nroles: {reporter: {may: [file]}}\n";

        assertThatThrownBy(() -> HouseFile.parse("h", roles + "staff: {ann: editor}"))
                .hasMessageContaining("staff.ann")
                .hasMessageContaining("'editor'")
                .hasMessageContaining("reporter");
        assertThatThrownBy(() -> HouseFile.parse("h", "sites: {any: {}}\nroles: {r: {may: [fly]}}\nstaff: {}"))
                .hasMessageContaining("'fly'")
                .hasMessageContaining("request-changes");
    }

    private static String documented() throws IOException {
        String page = Files.readString(Path.of("../../docs/house.md"));
        int begin = page.indexOf("```yaml\n") + 8;
        return page.substring(begin, page.indexOf("\n```", begin));
    }
}
