package press.stet.newsroom.house;

import java.util.List;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * A newsroom's house rules and staff, not yet numbered: the versions in it are 1, whoever puts them in force gives them theirs.
 *
 * @param sites the rules of each site
 */
public record House(List<HouseRules> sites, Staff staff) {
    public House {
        sites = List.copyOf(sites);
    }
}
