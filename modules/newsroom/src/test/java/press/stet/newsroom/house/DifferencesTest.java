package press.stet.newsroom.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Issuer;
import press.stet.model.house.Staff;

class DifferencesTest {

    private static final String ROLES = "\nroles: {reporter: {may: [file]}, editor: {may: [publish]}}\n";

    @Test
    void names_whoever_came_left_or_may_do_other_things() {
        assertThat(Differences.between(
                        staff("{amal: reporter, boris: reporter, chinara: editor}"),
                        staff("{boris: editor, chinara: editor, dilnoza: reporter}")))
                .containsExactly("amal is no longer on the staff", "boris has other grants", "dilnoza is new");
    }

    @Test
    void names_each_issuer_and_each_key() {
        Issuer stet = issuer("stet", "stet", key("1", "one"), key("2", "two"));
        Issuer metro = issuer("metro", "newsroom", key("m", "m"));
        Issuer cityDesk = issuer("city", "newsroom", key("c", "c"));
        Staff before = new Staff(1, staff("{}").members(), List.of(stet, metro));
        Staff after = new Staff(
                2, before.members(), List.of(issuer("stet", "desk", key("2", "other"), key("3", "three")), cityDesk));

        assertThat(Differences.between(before, after))
                .containsExactly(
                        "issuer city is trusted, with key c",
                        "issuer metro is trusted no more",
                        "issuer stet issues for 'desk', no longer for 'stet'",
                        "issuer stet has lost key 1: its tokens are refused",
                        "issuer stet has another key 2",
                        "issuer stet has a new key 3");
    }

    @Test
    void names_what_a_site_demands_otherwise() {
        assertThat(Differences.between(
                        rules("{title: A, languages: [en]}"),
                        rules("{title: B, translate-from: live, translations: [{languages: [ru]}]}")))
                .containsExactly("other title", "other languages", "other translate-from", "other translations");
        assertThat(Differences.between(rules("{title: A}"), rules("{title: A}")))
                .isEmpty();
    }

    private static Staff staff(String members) {
        return HouseFile.parse("h", "sites: {any: {}}" + ROLES + "staff: " + members)
                .staff();
    }

    private static HouseRules rules(String site) {
        return HouseFile.parse("h", "sites: {any: " + site + "}" + ROLES + "staff: {}")
                .sites()
                .getFirst();
    }

    private static Issuer issuer(String name, String audience, Issuer.Key... keys) {
        return new Issuer(name, audience, Issuer.SUBJECT, List.of(keys));
    }

    private static Issuer.Key key(String id, String jwk) {
        return new Issuer.Key(id, jwk);
    }
}
