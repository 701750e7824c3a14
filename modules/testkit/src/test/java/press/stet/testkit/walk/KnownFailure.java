package press.stet.testkit.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Something that other systems get wrong, and the tests that rule it out here.
 *
 * @param tests each a module, a class in a package of {@code press.stet}, and a method
 */
record KnownFailure(String what, List<Proof> tests) {

    private static final String RULES = "testkit.rules.";

    static final List<KnownFailure> ALL = List.of(
            of(
                    "Approval survives an edit.",
                    rule("FilingTest", "new_copy_voids_what_was_in_review_or_approved_and_says_so")),
            of(
                    "The latest, not the approved, version goes out.",
                    rule("PublicationTest", "what_is_published_is_the_version_and_the_text_it_was_decided_on")),
            of(
                    "Approvals of an earlier round count again.",
                    rule("FilingTest", "a_revision_that_carries_submit_stays_in_the_queue_with_all_checks_pending")),
            of(
                    "A save that changes nothing resets the review.",
                    rule("FilingTest", "the_same_copy_again_is_no_new_version")),
            of(
                    "Embargo does not block publication.",
                    rule("SteeringTest", "embargo_blocks_publication_at_every_door"),
                    new Proof(
                            "archive",
                            "archive.published.PublishedStoreIT",
                            "embargo_blocks_publication_at_every_door_also_where_the_rules_let_it_out")),
            of(
                    "The scheduler bypasses approval or validation.",
                    rule("ScheduleTest", "it_is_asked_again_what_the_house_asks_for"),
                    rule("ScheduleTest", "it_is_asked_again_whether_the_story_is_held")),
            of(
                    "Missed after restart.",
                    new Proof(
                            "testkit",
                            "testkit.workflow.TimersIT",
                            "what_was_scheduled_fired_or_was_cancelled_voided_or_refused_or_is_pending_still"),
                    new Proof(
                            "workflow",
                            "workflow.TimersTest",
                            "what_came_due_while_nobody_was_there_goes_out_in_the_order_of_moments")),
            of(
                    "Cancel and reschedule publishes twice.",
                    rule("ScheduleTest", "moved_it_goes_out_once_at_the_later_moment"),
                    rule("ScheduleTest", "published_by_hand_it_does_not_go_out_again")),
            of(
                    "Permission is checked against who scheduled, as it was then.",
                    rule("ScheduleTest", "permission_is_asked_as_it_is_then")),
            of(
                    "A cancel or kill sent before the due time, found after it, loses.",
                    new Proof(
                            "workflow",
                            "workflow.TimersTest",
                            "a_cancellation_of_that_very_moment_goes_before_it_and_a_later_one_does_not"),
                    new Proof(
                            "testkit",
                            "testkit.workflow.TimersIT",
                            "what_was_scheduled_fired_or_was_cancelled_voided_or_refused_or_is_pending_still")),
            of(
                    "Kill leaves translations live.",
                    rule("PublicationTest", "a_kill_recalls_every_language_that_was_ever_public_and_ends_all_work")),
            of(
                    "Only live siblings are told of a correction.",
                    rule("StaleTest", "a_translation_that_was_never_published_is_told_of_a_correction_too")),
            of(
                    "Staleness guessed from timestamps.",
                    rule("StaleTest", "staleness_is_a_matter_of_text_and_not_of_time")),
            of(
                    "Local edits of a translator overwritten.",
                    rule("TranslationTest", "a_delivery_over_work_in_hand_says_which_version_it_replaces"),
                    new Proof(
                            "translation",
                            "translation.handout.DeliveryTest",
                            "only_what_was_to_do_is_changed_and_blocks_keep_their_ids")));

    /** A test method, of a class that stands in a module's tests. */
    record Proof(String module, String test, String method) {

        /** Whether there is such a test: other modules' are not on the path of this one's. */
        boolean exists(Path modules) throws IOException {
            Path source = modules.resolve(module)
                    .resolve("src/test/java/press/stet")
                    .resolve(test.replace('.', '/') + ".java");
            return Files.exists(source) && Files.readString(source).contains("void " + method + "(");
        }

        /** As the page names it. */
        @Override
        public String toString() {
            return "`" + test.substring(test.lastIndexOf('.') + 1) + "#" + method + "`";
        }
    }

    private static KnownFailure of(String what, Proof... tests) {
        return new KnownFailure(what, List.of(tests));
    }

    private static Proof rule(String test, String method) {
        return new Proof("testkit", RULES + test, method);
    }
}
