package press.stet.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.workflow.TestDesk.copy;
import static press.stet.workflow.TestHouse.EN;
import static press.stet.workflow.TestHouse.SITE;
import static press.stet.workflow.TestHouse.rules;
import static press.stet.workflow.TestHouse.staff;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.topic.Topics;
import press.stet.model.Site;
import press.stet.model.command.Command;
import press.stet.model.ruling.Rule;

class HouseRulesTest {

    private final TestNewsroom newsroom = TestNewsroom.empty(1, TestNewsroom.REGISTRY);

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void a_house_without_rules_takes_nothing() {
        newsroom.staff(staff(1));
        file();
        assertThat(newsroom.refusals())
                .extracting(each -> each.refused().refusal().rule())
                .containsExactly(Rule.UNKNOWN_SITE);
    }

    @Test
    void a_house_without_staff_knows_nobody() {
        newsroom.rules(rules(Site.ANY, 1));
        file();
        assertThat(newsroom.refusals())
                .extracting(each -> each.refused().refusal().rule())
                .containsExactly(Rule.UNKNOWN_PERSON);
    }

    @Test
    void a_sites_own_rules_go_before_those_for_every_site() {
        newsroom.staff(staff(1));
        newsroom.rules(rules(Site.ANY, 3));
        file();
        newsroom.rules(rules(SITE, 1));
        file();
        newsroom.rules(rules(SITE, 2));
        newsroom.staff(staff(2));
        file();
        assertThat(newsroom.events())
                .extracting(
                        each -> each.entry().houseRules(), each -> each.entry().staff())
                .containsExactly(Tuple.tuple(3, 1), Tuple.tuple(1, 1), Tuple.tuple(2, 2));
        assertThat(newsroom.alarms.standing()).isEmpty();
    }

    @Test
    void rules_that_cannot_be_read_leave_those_before_in_force_and_raise_an_alarm() {
        newsroom.staff(staff(1));
        newsroom.rules(rules(Site.ANY, 1));
        newsroom.put(Topics.HOUSE_RULES, "any", "nonsense".getBytes(UTF_8));
        assertThat(newsroom.alarms.standing()).singleElement().satisfies(alarm -> {
            assertThat(alarm.about()).isEqualTo("house-rules/any");
            assertThat(alarm.message()).contains("the version before stays in force", "cannot be read");
        });
        file();
        assertThat(newsroom.events())
                .extracting(each -> each.entry().houseRules())
                .containsExactly(1);
        newsroom.rules(rules(Site.ANY, 2));
        assertThat(newsroom.alarms.standing())
                .as("it is over with the next version")
                .isEmpty();
    }

    @Test
    void a_version_that_is_not_newer_changes_nothing_and_raises_an_alarm() {
        newsroom.rules(rules(Site.ANY, 1));
        newsroom.staff(staff(5));
        newsroom.staff(staff(4));
        assertThat(newsroom.alarms.standing())
                .extracting(Alarm::message)
                .singleElement()
                .asString()
                .contains("it is version 4, and version 5 is known");
        file();
        assertThat(newsroom.events()).extracting(each -> each.entry().staff()).containsExactly(5);
    }

    @Test
    void the_same_version_again_is_no_news() {
        newsroom.staff(staff(5));
        newsroom.staff(staff(5));
        assertThat(newsroom.alarms.standing()).isEmpty();
    }

    @Test
    void rules_under_another_sites_key_change_nothing() {
        newsroom.staff(staff(1));
        newsroom.put(Topics.HOUSE_RULES, SITE.key(), newsroom.codec.encodeHouseRules(rules(Site.ANY, 1)));
        file();
        assertThat(newsroom.refusals()).hasSize(1);
        assertThat(newsroom.alarms.standing()).extracting(Alarm::about).containsExactly("house-rules/daily");
    }

    private void file() {
        newsroom.send(newsroom.newStory(), new Command.FileStory(SITE, copy(EN, "Ships")));
    }
}
