package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.house.HouseRules;

/** What readers, and the house, must have of copy before it is shown. */
final class CompleteCopy {

    private CompleteCopy() {}

    /**
     * Everything that the copy lacks, or null.
     *
     * @param own as it was sent
     * @param filled with its shared facts filled in
     */
    static @Nullable Refusal refusal(Copy own, Copy filled, boolean translation, HouseRules house) {
        List<Violation> violations = new ArrayList<>();
        if (filled.headline().isBlank()) {
            violations.add(new Violation(BlockId.HEADLINE, "the headline is missing"));
        }
        if (filled.section() == null) {
            violations.add(new Violation(BlockId.NOT_GIVEN, "the section is missing"));
        } else if (!house.has(filled.section())) {
            violations.add(
                    new Violation(BlockId.NOT_GIVEN, house.title() + " has no section '" + filled.section() + "'"));
        }
        if (!translation && house.bylineOfOriginals() && isUnsigned(filled)) {
            violations.add(new Violation(BlockId.NOT_GIVEN, "the house asks for a byline"));
        }
        if (translation && house.bylineOfTranslations() && isUnsigned(own)) {
            violations.add(new Violation(BlockId.NOT_GIVEN, "the house asks for a byline of the translation"));
        }
        for (Block block : filled.body()) {
            if (block instanceof Block.Photo photo) {
                photo(photo, violations);
            }
        }
        return violations.isEmpty()
                ? null
                : new Refusal(
                        Rule.COMPLETE_COPY,
                        "the copy is not complete: "
                                + String.join(
                                        "; ",
                                        violations.stream()
                                                .map(CompleteCopy::told)
                                                .toList()),
                        violations);
    }

    private static boolean isUnsigned(Copy copy) {
        return copy.bylines().stream().allMatch(String::isBlank);
    }

    private static void photo(Block.Photo photo, List<Violation> violations) {
        if (photo.address() == null) {
            violations.add(new Violation(photo.id(), "the photo has no address"));
        }
        if (photo.alt().isBlank()) {
            violations.add(new Violation(photo.id(), "the photo has no alt text"));
        }
        if (photo.caption().isBlank()) {
            violations.add(new Violation(photo.id(), "the photo has no caption"));
        }
        if (photo.credit().isBlank()) {
            violations.add(new Violation(photo.id(), "the photo has no credit"));
        }
    }

    private static String told(Violation violation) {
        return violation.what() + (violation.block().isGiven() ? " (" + violation.block() + ")" : "");
    }
}
