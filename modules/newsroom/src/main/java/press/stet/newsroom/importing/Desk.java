package press.stet.newsroom.importing;

import org.jspecify.annotations.Nullable;
import press.stet.draft.Drafts;
import press.stet.publish.Publications;
import press.stet.review.Reviews;
import press.stet.translation.Translations;

/**
 * Who brings stories in, and who judges them.
 *
 * @param drafts of who files
 * @param translations of who files
 * @param reviews of the approver; null where nothing is to be approved
 * @param publications of the approver; null where nothing is to be published
 */
public record Desk(
        Drafts drafts,
        Translations translations,
        @Nullable Reviews reviews,
        @Nullable Publications publications) {}
