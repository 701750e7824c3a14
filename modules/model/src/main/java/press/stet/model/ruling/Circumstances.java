package press.stet.model.ruling;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.stet.model.Site;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/**
 * What a ruling depends on beside the story and the command.
 *
 * @param houseRules the rules of a site, or null where the house has none for it
 * @param texts the story's texts at hand
 * @param earlier what became of a command of the same id, or null if there was none
 */
public record Circumstances(
        Function<Site, @Nullable HouseRules> houseRules,
        Staff staff,
        Texts texts,
        @Nullable Outcome earlier) {}
