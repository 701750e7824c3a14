package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.COURTS;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.NEWS;
import static press.stet.testkit.copy.Copies.PHOTO;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Copies.photo;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.bylines;
import static press.stet.testkit.copy.Edits.dateline;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.section;
import static press.stet.testkit.copy.Edits.without;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aTranslationDelivered;
import static press.stet.testkit.rules.Scenes.inAHouseWith;
import static press.stet.testkit.rules.Scenes.nothing;

import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;
import press.stet.model.event.Event;
import press.stet.testkit.house.Rules;

/** Section, bylines, dateline, keywords, and each photo's address and credit belong to the original. */
class SharedFactsTest {

    @Test
    void a_translation_takes_from_its_source_what_it_does_not_give() {
        Copy shown = given(aStoryLiveIn(EN, RU)).desk().live(RU).copy();

        assertThat(shown.section()).isEqualTo(NEWS);
        assertThat(shown.bylines()).containsExactly("Ada Lind");
        assertThat(shown.dateline()).isEqualTo("Aktau");
        assertThat(shown.keywords()).containsExactly("harbour", "storm");
        assertThat(photoOf(shown)).satisfies(photo -> {
            assertThat(photo.address()).isEqualTo(PHOTO);
            assertThat(photo.credit()).isEqualTo("Stet/B. Sailor");
            assertThat(photo.alt()).isEqualTo("ru: ships");
        });
    }

    @Test
    void a_translation_keeps_what_it_gives_itself() {
        Copy own = edited(aTranslation(RU), section(COURTS), bylines("Перевод А. Линд"), dateline("Актау"));

        Copy shown =
                given(aStoryLiveIn(EN).then(publication(own))).desk().live(RU).copy();

        assertThat(shown.section()).isEqualTo(COURTS);
        assertThat(shown.bylines()).containsExactly("Перевод А. Линд");
        assertThat(shown.dateline()).isEqualTo("Актау");
    }

    @Test
    void a_translation_of_a_translation_takes_what_that_one_took() {
        Copy shown = given(aStoryLiveIn(EN)
                        .then(publication(edited(aTranslation(RU), dateline("Актау"))))
                        .then(TRANSLATOR, deliver(aTranslation(KK), RU, null))
                        .then(TRANSLATOR, submit(KK))
                        .then(EDITOR, approve(KK))
                        .then(PUBLISHER, publish(KK)))
                .desk()
                .live(KK)
                .copy();

        assertThat(shown.section()).isEqualTo(NEWS);
        assertThat(shown.dateline()).isEqualTo("Актау");
        assertThat(shown.bylines()).containsExactly("Ada Lind");
        assertThat(photoOf(shown).address()).isEqualTo(PHOTO);
    }

    @Test
    void readers_of_all_languages_are_given_the_facts_of_the_live_source() {
        Copy shown = given(aTranslationDelivered(RU)
                        .then(anUpdateOfTheOriginal(section(COURTS)))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU))
                        .then(PUBLISHER, publish(RU)))
                .desk()
                .live(RU)
                .copy();

        assertThat(shown.section()).isEqualTo(COURTS);
    }

    @Test
    void facts_of_a_rewrite_in_hand_are_not_given_to_readers_of_another_language() {
        Copy shown = given(aTranslationDelivered(RU)
                        .then(REPORTER, revise(EN, section(COURTS), bylines("Nobody Yet")))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU))
                        .then(PUBLISHER, publish(RU)))
                .desk()
                .live(RU)
                .copy();

        assertThat(shown.section()).isEqualTo(NEWS);
        assertThat(shown.bylines()).containsExactly("Ada Lind");
    }

    @Test
    void a_translation_stays_complete_when_its_source_is_withdrawn() {
        given(aTranslationDelivered(RU)
                        .then(PUBLISHER, withdraw(EN))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU)))
                .when(PUBLISHER, publish(RU))
                .thenHappened(Event.EditionPublished.class);
    }

    @Test
    void a_photo_that_the_live_source_dropped_is_still_the_one_the_translation_was_made_with() {
        Copy shown = given(aTranslationDelivered(RU)
                        .then(anUpdateOfTheOriginal(without(4)))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU))
                        .then(PUBLISHER, publish(RU)))
                .desk()
                .live(RU)
                .copy();

        assertThat(photoOf(shown).address()).isEqualTo(PHOTO);
    }

    @Test
    void a_photo_of_an_approved_source_is_given_before_that_source_is_live() {
        URI dusk = URI.create("https://pictures.example/dusk.jpg");
        Copy withDusk = edited(aTranslation(RU), adding(photo(null, "Закат", "Порт на закате", "")));

        Then published = given(aStoryLiveIn(EN)
                        .then(REPORTER, reviseAndSubmit(EN, adding(photo(dusk, "Dusk", "The harbour at dusk", "Stet"))))
                        .then(EDITOR, approve(EN))
                        .then(TRANSLATOR, deliver(withDusk, EN, new Version(2)))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU)))
                .when(PUBLISHER, publish(RU));

        assertThat(published.live(RU).copy().body().getLast())
                .isInstanceOfSatisfying(
                        Block.Photo.class, photo -> assertThat(photo.address()).isEqualTo(dusk));
    }

    @Test
    void a_photo_that_no_source_has_must_be_whole_in_the_translation() {
        given(aStoryLiveIn(EN)
                        .then(TRANSLATOR, deliver(edited(aTranslation(RU), adding(photo(null, "Чайка", "Чайка", ""))))))
                .when(TRANSLATOR, submit(RU))
                .thenRefusedBy("complete-copy")
                .lacking(
                        "v1-5: the photo has no address",
                        "v1-5: the photo has no credit",
                        "v1-7: the photo has no address",
                        "v1-7: the photo has no credit");
    }

    @Test
    void a_house_may_ask_for_the_translators_byline() {
        Scene house = inAHouseWith(Rules.demandingBylines(RULES, true, true));

        given(house, aTranslationDelivered(RU))
                .when(TRANSLATOR, submit(RU))
                .thenRefusedBy("complete-copy")
                .lacking(": the house asks for a byline of the translation");
        given(
                        inAHouseWith(Rules.demandingBylines(RULES, false, false)),
                        nothing().then(REPORTER, Asks.file(edited(aReport(), bylines()))))
                .when(REPORTER, submit(EN))
                .thenHappened(Event.SubmittedForReview.class);
    }

    private static Scene publication(Copy translation) {
        Language language = translation.language();
        return nothing()
                .then(TRANSLATOR, deliver(translation))
                .then(TRANSLATOR, submit(language))
                .then(EDITOR, approve(language))
                .then(PUBLISHER, publish(language));
    }

    private static Scene anUpdateOfTheOriginal(UnaryOperator<Copy> edit) {
        return nothing()
                .then(REPORTER, reviseAndSubmit(EN, edit))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, publish(EN));
    }

    private static Block.Photo photoOf(Copy copy) {
        List<Block.Photo> photos = copy.body().stream()
                .filter(Block.Photo.class::isInstance)
                .map(Block.Photo.class::cast)
                .toList();
        assertThat(photos).hasSize(1);
        return photos.getFirst();
    }
}
