package press.stet.testkit.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.newsroom.house.House;
import press.stet.newsroom.house.HouseFile;

/** The house that tests work in is the house of a newsroom that was given none. */
class StandardHouseTest {

    private final House standard = HouseFile.standard();

    @Test
    void its_rules_are_those_of_the_standard_house() {
        assertThat(standard.sites()).isEqualTo(List.of(TheHouse.RULES));
    }

    @Test
    void its_people_may_do_what_those_of_the_standard_house_may() {
        assertThat(standard.staff()).isEqualTo(TheHouse.STAFF);
    }
}
