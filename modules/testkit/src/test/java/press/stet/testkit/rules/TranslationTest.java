package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.COURTS;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.NEWS;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.body;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.replacing;
import static press.stet.testkit.copy.Edits.section;
import static press.stet.testkit.copy.Edits.without;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.house.TheHouse.roleOf;
import static press.stet.testkit.house.TheHouse.with;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.exactly;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.recall;
import static press.stet.testkit.rules.Asks.requestChanges;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aTranslationDelivered;
import static press.stet.testkit.rules.Scenes.aTranslationRequested;
import static press.stet.testkit.rules.Scenes.inAHouseOf;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Grant;
import press.stet.model.story.Job;
import press.stet.model.story.Story;
import press.stet.model.story.Working;
import press.stet.testkit.house.Rules;

/** How a story comes into another language. */
class TranslationTest {

    private static final Person TOMIRIS = new Person("tomiris");

    @Test
    void a_request_opens_a_job_that_hands_out_the_live_version() {
        Then requested = given(aStoryLiveIn(EN).then(REPORTER, revise(EN, headline("A rewrite"))))
                .when(EDITOR, requestTranslation(RU));

        requested.thenEvents(new Event.TranslationRequested(RU, source(EN, 1)));
        assertThat(requested.edition(RU).job())
                .isNotNull()
                .extracting(Job::source, Job::requestedBy)
                .containsExactly(source(EN, 1), EDITOR);
    }

    @Test
    void a_request_before_publication_hands_out_the_version_in_hand() {
        given(aStoryFiledBy(REPORTER).then(REPORTER, revise(EN, headline("Harbour open"))))
                .when(EDITOR, requestTranslation(RU))
                .thenEvents(new Event.TranslationRequested(RU, source(EN, 2)));
    }

    @Test
    void a_request_may_name_an_older_version_and_no_other() {
        Scene twoVersions = aStoryFiledBy(REPORTER).then(REPORTER, revise(EN, headline("Harbour open")));

        given(twoVersions)
                .when(EDITOR, on(1, requestTranslation(RU)))
                .thenEvents(new Event.TranslationRequested(RU, source(EN, 1)));
        given(twoVersions).when(EDITOR, on(3, requestTranslation(RU))).thenRefusedBy("unknown-version");
        given(twoVersions).when(EDITOR, requestTranslation(RU, KK)).thenRefusedBy("unknown-version");
    }

    @Test
    void there_is_one_open_job_per_language() {
        given(aTranslationRequested(RU))
                .when(EDITOR, requestTranslation(RU))
                .thenRefusedBy("out-of-turn")
                .because("was asked for at");
    }

    @Test
    void a_request_after_delivery_opens_a_new_job() {
        given(aTranslationDelivered(RU))
                .when(EDITOR, requestTranslation(RU))
                .thenHappened(Event.TranslationRequested.class);
    }

    @Test
    void who_may_not_ask_for_a_translation_learns_who_may() {
        given(aStoryLiveIn(EN))
                .when(TRANSLATOR, requestTranslation(RU))
                .thenRefusedBy("permission")
                .because("translator may not request-translation in ru, section news; who may: chief, editor");
        given(aStoryLiveIn(EN)).when(PUBLISHER, deliver(RU)).thenRefusedBy("permission");
    }

    @Test
    void the_original_is_never_a_translation() {
        given(aStoryLiveIn(EN, RU)).when(EDITOR, requestTranslation(EN, RU)).thenRefusedBy("out-of-turn");
        given(aStoryLiveIn(EN)).when(EDITOR, requestTranslation(EN)).thenRefusedBy("out-of-turn");
        given(aStoryLiveIn(EN, RU))
                .when(TRANSLATOR, deliver(aTranslation(EN), RU, null))
                .thenRefusedBy("out-of-turn");
    }

    @Test
    void a_story_has_at_most_sixty_four_languages() {
        Desk desk = Desk.open();
        aStoryFiledBy(REPORTER).play(desk);
        for (int count = 1; count < Story.MOST_LANGUAGES; count++) {
            desk.accepted(EDITOR, requestTranslation(numbered(count)));
        }

        new Given(desk).when(EDITOR, requestTranslation(RU)).thenRefusedBy("limit");
        new Given(desk).when(EDITOR, deliver(RU)).thenRefusedBy("limit");
        new Given(desk).when(EDITOR, deliver(aTranslation(numbered(7)))).thenHappened(Event.TranslationDelivered.class);
    }

    @Test
    void a_delivery_is_of_what_was_handed_out_with_the_job() {
        Then delivered = given(aTranslationRequested(RU)
                        .then(REPORTER, Asks.reviseAndSubmit(EN, headline("Harbour open")))
                        .then(EDITOR, approve(EN))
                        .then(PUBLISHER, publish(EN)))
                .when(TRANSLATOR, deliver(RU))
                .thenHappened(Event.TranslationDelivered.class, Event.TranslationStale.class);

        assertThat(stamp(delivered, RU).source()).isEqualTo(source(EN, 1));
        assertThat(delivered.edition(RU).working()).isInstanceOf(Working.Draft.class);
    }

    @Test
    void a_delivery_that_names_only_a_version_is_made_from_the_language_of_its_job() {
        Then delivered = given(aStoryLiveIn(EN, RU)
                        .then(TRANSLATOR, revise(RU, headline("Порт открыт")))
                        .then(EDITOR, requestTranslation(KK, RU)))
                .when(TRANSLATOR, deliver(aTranslation(KK), null, new Version(2)));

        assertThat(stamp(delivered, KK).source()).isEqualTo(source(RU, 2));
    }

    @Test
    void a_delivery_nobody_asked_for_opens_its_own_job() {
        Then delivered = given(aStoryLiveIn(EN))
                .when(TRANSLATOR, deliver(RU))
                .thenHappened(Event.TranslationRequested.class, Event.TranslationDelivered.class);

        assertThat(delivered.edition(RU).job()).isNull();
        assertThat(stamp(delivered, RU).source()).isEqualTo(source(EN, 1));
    }

    @Test
    void a_delivery_may_be_made_from_an_older_version_than_the_live_one() {
        Then delivered = given(aStoryLiveIn(EN)
                        .then(REPORTER, Asks.reviseAndSubmit(EN, headline("Harbour open")))
                        .then(EDITOR, approve(EN))
                        .then(PUBLISHER, publish(EN)))
                .when(TRANSLATOR, deliver(aTranslation(RU), EN, new Version(1)));

        assertThat(stamp(delivered, RU).source()).isEqualTo(source(EN, 1));
    }

    @Test
    void a_delivery_is_made_from_copy_that_exists() {
        given(aStoryLiveIn(EN))
                .when(TRANSLATOR, deliver(aTranslation(RU), EN, new Version(9)))
                .thenRefusedBy("unknown-version");
        given(aTranslationRequested(RU))
                .when(TRANSLATOR, deliver(aTranslation(KK), RU, null))
                .thenRefusedBy("unknown-version");
    }

    @Test
    void a_first_delivery_replaces_nothing() {
        given(aStoryLiveIn(EN)).when(TRANSLATOR, on(1, deliver(RU))).thenRefusedBy("expected-version");
        given(aTranslationRequested(RU)).when(TRANSLATOR, on(1, deliver(RU))).thenRefusedBy("expected-version");
    }

    @Test
    void a_delivery_over_work_in_hand_says_which_version_it_replaces() {
        given(aTranslationDelivered(RU))
                .when(TRANSLATOR, exactly(delivery(edited(aTranslation(RU), headline("Порт открыт")), null)))
                .thenRefusedBy("expected-version")
                .because("version 1 is in hand, sent by translator");
        given(aTranslationDelivered(RU))
                .when(TRANSLATOR, on(5, deliver(edited(aTranslation(RU), headline("Порт открыт")))))
                .thenRefusedBy("expected-version");
    }

    @Test
    void a_delivery_over_what_readers_see_says_so() {
        Copy anew = edited(aTranslation(RU), headline("Порт открыт"));

        given(aStoryLiveIn(EN, RU))
                .when(TRANSLATOR, exactly(delivery(anew, null)))
                .thenRefusedBy("behind-live")
                .because("readers see version 1");
        given(aStoryLiveIn(EN, RU)).when(TRANSLATOR, on(9, deliver(anew))).thenRefusedBy("expected-version");
        given(aStoryLiveIn(EN, RU).then(TRANSLATOR, deliver(anew)))
                .when(TRANSLATOR, submit(RU))
                .thenHappened(Event.SubmittedForReview.class);
        given(aStoryLiveIn(EN, RU).then(PUBLISHER, withdraw(RU)))
                .when(TRANSLATOR, exactly(delivery(anew, null)))
                .thenHappened(Event.TranslationRequested.class, Event.TranslationDelivered.class);
    }

    @Test
    void a_new_delivery_voids_what_was_in_review_or_approved() {
        given(aTranslationDelivered(RU).then(TRANSLATOR, submit(RU)).then(EDITOR, approve(RU)))
                .when(TRANSLATOR, deliver(edited(aTranslation(RU), headline("Порт открыт"))))
                .thenHappened(
                        Event.TranslationRequested.class,
                        Event.ApprovalsVoided.class,
                        Event.TranslationDelivered.class);
    }

    @Test
    void the_same_translation_of_the_same_version_again_is_no_new_version() {
        given(aTranslationDelivered(RU)).when(TRANSLATOR, deliver(RU)).thenRefusedBy("nothing-changed");
    }

    @Test
    void the_same_words_for_a_newer_version_of_the_source_are_a_new_version() {
        given(aTranslationDelivered(RU).then(REPORTER, revise(EN, headline("Harbour open"))))
                .when(TRANSLATOR, deliver(aTranslation(RU), EN, new Version(2)))
                .thenHappened(Event.TranslationRequested.class, Event.TranslationDelivered.class);
    }

    @Test
    void blocks_delivered_without_ids_are_aligned_in_order_by_type() {
        Then delivered = given(aStoryLiveIn(EN)).when(TRANSLATOR, deliver(RU));

        assertThat(delivered.desk().text(RU, 1).body())
                .extracting(Block::renders)
                .containsExactlyElementsOf(delivered.desk().text(EN, 1).body().stream()
                        .<@Nullable List<BlockId>>map(block -> List.of(block.id()))
                        .toList());
    }

    @Test
    void what_cannot_be_aligned_is_listed() {
        Copy short1 = edited(aTranslation(RU), without(2));

        assertThat(given(aStoryLiveIn(EN))
                        .when(TRANSLATOR, deliver(short1))
                        .events()
                        .getLast())
                .isInstanceOfSatisfying(
                        Event.TranslationDelivered.class,
                        delivered -> assertThat(delivered.unaligned()).containsExactly(new BlockId("v1-1")));
    }

    @Test
    void what_was_missing_is_aligned_when_it_comes() {
        Copy short1 = edited(
                aTranslation(RU),
                body(paragraph("Порт открыт.")),
                adding(aTranslation(RU).body().get(4)));

        Then revised = given(aStoryLiveIn(EN).then(TRANSLATOR, deliver(short1)))
                .when(TRANSLATOR, revise(RU, adding(paragraph("Судов не было."))));

        assertThat(stamp(revised, RU).blocks())
                .filteredOn(mark -> mark.id().text().startsWith("v"))
                .allSatisfy(mark -> assertThat(mark.renders()).hasSize(1));
    }

    @Test
    void saying_better_what_a_block_renders_is_a_new_version() {
        BlockId last = new BlockId("v1-6");

        given(aTranslationDelivered(RU))
                .when(TRANSLATOR, revise(RU, replacing(0, block -> block.as(block.id(), List.of(last)))))
                .thenHappened(Event.CopyRevised.class);
    }

    @Test
    void a_translation_made_anew_from_another_language_forgets_what_it_rendered() {
        Scene pivot = aStoryLiveIn(EN, RU)
                .then(TRANSLATOR, revise(RU, body(aTranslation(RU).body().get(4), paragraph("Порт открыт."))))
                .then(TRANSLATOR, deliver(KK));

        Then redelivered = given(pivot)
                .when(
                        TRANSLATOR,
                        deliver(edited(aTranslation(KK), body(paragraph("Порт ашылды."))), RU, new Version(2)));

        assertThat(redelivered.desk().text(KK, 2).body())
                .singleElement()
                .extracting(Block::renders)
                .isEqualTo(
                        List.of(redelivered.desk().text(RU, 2).body().getLast().id()));
    }

    @Test
    void no_translation_is_made_from_one_that_goes_back_to_it() {
        Scene ruFromEnglishKkFromRussian = aStoryLiveIn(EN, RU).then(TRANSLATOR, deliver(aTranslation(KK), RU, null));

        given(ruFromEnglishKkFromRussian)
                .when(TRANSLATOR, deliver(edited(aTranslation(RU), headline("Порт")), KK, null))
                .thenRefusedBy("out-of-turn")
                .because("kk", "ru");
        given(ruFromEnglishKkFromRussian)
                .when(EDITOR, requestTranslation(RU, KK))
                .thenRefusedBy("out-of-turn");
        given(aStoryLiveIn(EN, RU).then(EDITOR, requestTranslation(KK, RU)))
                .when(EDITOR, requestTranslation(RU, KK))
                .thenRefusedBy("unknown-version");
    }

    @Test
    void who_works_in_one_section_delivers_to_no_other() {
        Grant translatesNews = new Grant(roleOf(TRANSLATOR), Set.of(NEWS), Set.of());

        given(inAHouseOf(with(STAFF, TOMIRIS, translatesNews)), aStoryLiveIn(EN))
                .when(TOMIRIS, deliver(edited(aTranslation(RU), section(COURTS))))
                .thenRefusedBy("permission")
                .because("tomiris may not deliver in ru, section courts");
    }

    @Test
    void a_translation_goes_public_only_when_its_source_was_approved() {
        Scene approvedTranslation = aStoryInReview()
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU));

        given(approvedTranslation)
                .when(PUBLISHER, publish(RU))
                .thenRefusedBy("source-not-approved")
                .because("version 1 in en");
        given(approvedTranslation.then(EDITOR, approve(EN)))
                .when(PUBLISHER, publish(RU))
                .thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_source_that_was_superseded_after_its_approval_still_counts() {
        given(aStoryApproved()
                        .then(TRANSLATOR, deliver(RU))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU))
                        .then(REPORTER, revise(EN, headline("Harbour open"))))
                .when(PUBLISHER, publish(RU))
                .thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_source_whose_approval_was_taken_back_counts_no_more() {
        Scene approvedTranslation = aStoryApproved()
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU));

        given(approvedTranslation.then(REPORTER, recall(EN)))
                .when(PUBLISHER, publish(RU))
                .thenRefusedBy("source-not-approved");
        given(approvedTranslation.then(EDITOR, requestChanges(EN, "It was Tuesday.")))
                .when(PUBLISHER, publish(RU))
                .thenRefusedBy("source-not-approved");
    }

    @Test
    void a_translation_of_a_translation_waits_for_every_source_that_its_facts_come_from() {
        Scene pivot = aStoryInReview()
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU))
                .then(TRANSLATOR, deliver(aTranslation(KK), RU, null))
                .then(TRANSLATOR, submit(KK))
                .then(EDITOR, approve(KK));

        given(pivot)
                .when(PUBLISHER, publish(KK))
                .thenRefusedBy("source-not-approved")
                .because("version 1 in en");
        given(pivot.then(EDITOR, approve(EN))).when(PUBLISHER, publish(KK)).thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_house_may_demand_that_the_source_is_live() {
        Scene approvedTranslation = inAHouseWith(Rules.translatingFromLive(RULES))
                .then(aStoryApproved())
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU));

        given(approvedTranslation)
                .when(PUBLISHER, publish(RU))
                .thenRefusedBy("source-not-approved")
                .because("is not live yet");
        given(approvedTranslation.then(PUBLISHER, publish(EN)))
                .when(PUBLISHER, publish(RU))
                .thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_version_that_nobody_approved_is_no_source_just_because_a_later_one_is_live() {
        Scene fromADraft = inAHouseWith(Rules.translatingFromLive(RULES))
                .then(aStoryFiledBy(REPORTER))
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(CHIEF, approve(RU))
                .then(REPORTER, Asks.reviseAndSubmit(EN, headline("Without the libel")))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, publish(EN));

        given(fromADraft).when(PUBLISHER, publish(RU)).thenRefusedBy("source-not-approved");
    }

    @Test
    void legal_and_reporters_deliver_as_their_roles_say() {
        given(aStoryLiveIn(EN)).when(LEGAL, deliver(RU)).thenRefusedBy("permission");
        given(aStoryLiveIn(EN))
                .when(REPORTER, deliver(RU))
                .thenHappened(Event.TranslationRequested.class, Event.TranslationDelivered.class);
    }

    private static Command.DeliverTranslation delivery(Copy copy, @Nullable Version basedOn) {
        return new Command.DeliverTranslation(null, null, basedOn, copy);
    }

    private static Source source(Language language, int version) {
        return new Source(language, new Version(version));
    }

    private static Stamp stamp(Then then, Language language) {
        Stamp stamp = then.edition(language).current();
        assertThat(stamp).isNotNull();
        return stamp;
    }

    /** A language of its own for each number below a thousand. */
    private static Language numbered(int count) {
        return Language.of("x-%03d".formatted(count));
    }
}
