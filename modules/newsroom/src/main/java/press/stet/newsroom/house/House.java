package press.stet.newsroom.house;

import java.util.List;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * A newsroom's house rules and staff, not yet numbered: the versions in it are 1, whoever puts them in force gives them theirs.
 *
 * @param sites the rules of each site
 * @param issuers whom else it believes, beside the newsroom's own issuer; their keys are read when it is put in force, and stand
 *     in the staff list from then on
 */
public record House(List<HouseRules> sites, Staff staff, List<NamedIssuer> issuers) {
    public House {
        sites = List.copyOf(sites);
        issuers = List.copyOf(issuers);
    }
}
