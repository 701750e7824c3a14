package press.stet.testkit.rules;

import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Edits.adding;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.section;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STRANGER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.blockingNote;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.exactly;
import static press.stet.testkit.rules.Asks.file;
import static press.stet.testkit.rules.Asks.note;
import static press.stet.testkit.rules.Asks.on;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.resolve;
import static press.stet.testkit.rules.Asks.revise;
import static press.stet.testkit.rules.Asks.reviseFromLive;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Given.given;
import static press.stet.testkit.rules.Scenes.aHouseWithoutRules;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryKilled;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.inAHouseWith;
import static press.stet.testkit.rules.Scenes.nothing;

import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import press.stet.model.Language;
import press.stet.model.command.Arrival;
import press.stet.model.command.Channel;
import press.stet.model.command.Command;
import press.stet.model.command.Proof;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.ruling.Rule;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;
import press.stet.testkit.house.Rules;

/** The shortest way to be refused by each rule: a rule without one does not compile. */
class EveryRuleTest {

    @ParameterizedTest
    @EnumSource
    void every_rule_refuses_something_and_says_why(Rule rule) {
        refusedBy(rule).thenRefusedBy(rule.key()).because("");
    }

    private static Then refusedBy(Rule rule) {
        return switch (rule) {
            case WRONG_TOPIC ->
                received(arrival -> new Arrival(arrival.dispatch(), Channel.REVIEWS, arrival.at(), arrival.proof()));
            case NOT_PROVEN -> received(arrival -> proven(arrival, new Proof.Unproven("there is no token")));
            case TOO_OLD -> received(arrival -> later(arrival, Duration.ofDays(8)));
            case FROM_THE_FUTURE -> received(arrival -> later(arrival, Duration.ofDays(-1)));
            case REPEATED -> repeated();
            case TOO_LARGE ->
                given(nothing())
                        .when(REPORTER, file(edited(aReport(), adding(paragraph("x".repeat(CanonicalForm.LARGEST))))));
            case UNKNOWN_STORY -> given(nothing()).when(REPORTER, submit(EN));
            case UNKNOWN_EDITION -> given(aStoryFiledBy(REPORTER)).when(REPORTER, submit(RU));
            case UNKNOWN_VERSION -> given(aStoryFiledBy(REPORTER)).when(EDITOR, requestTranslation(RU, KK));
            case STORY_EXISTS -> given(aStoryFiledBy(REPORTER)).when(REPORTER, file(aReport()));
            case KILLED -> given(aStoryKilled()).when(REPORTER, submit(EN));
            case SPIKED ->
                given(aStoryFiledBy(REPORTER).then(EDITOR, Asks.spike())).when(REPORTER, submit(EN));
            case HELD ->
                given(aStoryFiledBy(REPORTER).then(EDITOR, Asks.hold())).when(REPORTER, submit(EN));
            case EMBARGO ->
                given(aStoryApproved().then(PUBLISHER, Asks.embargoUntilLifted()))
                        .when(PUBLISHER, publish(EN));
            case ALREADY_PUBLIC -> given(aStoryLiveIn(EN)).when(PUBLISHER, Asks.embargoUntilLifted());
            case UNKNOWN_SITE -> given(aHouseWithoutRules()).when(REPORTER, file(aReport()));
            case UNKNOWN_LANGUAGE ->
                given(inAHouseWith(Rules.publishedIn(RULES, RU))).when(REPORTER, file(aReport()));
            case UNKNOWN_PERSON -> given(nothing()).when(STRANGER, file(aReport()));
            case PERMISSION -> given(nothing()).when(TRANSLATOR, file(aReport()));
            case OUT_OF_TURN -> given(aStoryFiledBy(REPORTER)).when(PUBLISHER, publish(EN));
            case EXPECTED_VERSION -> given(aStoryFiledBy(REPORTER)).when(REPORTER, on(2, submit(EN)));
            case BEHIND_LIVE ->
                given(aStoryLiveIn(EN, RU))
                        .when(TRANSLATOR, exactly(new Command.DeliverTranslation(null, null, null, aTranslation(RU))));
            case SET_ASIDE ->
                given(aStoryWithAllRoomAsideTaken()).when(EDITOR, reviseFromLive(EN, headline("One more")));
            case UNKNOWN_BLOCK -> given(aStoryInReview()).when(EDITOR, note(EN, new BlockId("p99"), "Where is it?"));
            case UNKNOWN_NOTE -> given(aStoryInReview()).when(EDITOR, resolve(EN, 1));
            case OPEN_NOTES ->
                given(aStoryInReview().then(CHIEF, blockingNote(EN, null, "Who says so?")))
                        .when(EDITOR, approve(EN));
            case NOTHING_CHANGED -> given(aStoryFiledBy(REPORTER)).when(REPORTER, revise(EN));
            case APPROVAL -> given(aStoryInReview()).when(EDITOR, on(ANOTHER_TEXT, approve(EN)));
            case FOUR_EYES ->
                given(aStoryFiledBy(EDITOR).then(REPORTER, submit(EN))).when(EDITOR, approve(EN));
            case CHECKS -> given(aStoryInReview()).when(CHIEF, approve(EN, LEGAL_CHECK));
            case COMPLETE_COPY ->
                given(aStoryFiledBy(REPORTER, edited(aReport(), section(null)))).when(REPORTER, submit(EN));
            case SOURCE_NOT_APPROVED ->
                given(aStoryInReview()
                                .then(TRANSLATOR, deliver(RU))
                                .then(TRANSLATOR, submit(RU))
                                .then(EDITOR, approve(RU)))
                        .when(PUBLISHER, publish(RU));
            case STALE ->
                given(
                                inAHouseWith(Rules.translating(
                                        RULES,
                                        new TranslationRule(
                                                Set.of(), Set.of(), null, WhileStale.WITHDRAW, false, null))),
                                aStoryLiveIn(EN, RU)
                                        .then(REPORTER, Asks.reviseAndSubmit(EN, headline("Another")))
                                        .then(EDITOR, approve(EN))
                                        .then(PUBLISHER, publish(EN))
                                        .then(TRANSLATOR, submit(RU))
                                        .then(EDITOR, approve(RU)))
                        .when(PUBLISHER, publish(RU));
            case LIMIT -> given(inEveryLanguageThereIsRoomFor()).when(EDITOR, requestTranslation(RU));
        };
    }

    private static Scene inEveryLanguageThereIsRoomFor() {
        Scene scene = aStoryApproved();
        for (int count = 1; count < Story.MOST_LANGUAGES; count++) {
            scene = scene.then(EDITOR, requestTranslation(Language.of("x-%03d".formatted(count))));
        }
        return scene;
    }

    private static Scene aStoryWithAllRoomAsideTaken() {
        Scene scene = aStoryLiveIn(EN).then(REPORTER, revise(EN, headline("A rewrite")));
        for (int count = 1; count <= Edition.MOST_ASIDE; count++) {
            scene = scene.then(EDITOR, reviseFromLive(EN, headline("Urgent " + count)));
        }
        return scene;
    }

    private static Then repeated() {
        Desk desk = Desk.open();
        Arrival filing = filing(desk);
        desk.newsroom().receive(filing);
        return new Then(desk, desk.newsroom().receive(filing));
    }

    private static Then received(UnaryOperator<Arrival> changed) {
        Desk desk = Desk.open();
        return new Then(desk, desk.newsroom().receive(changed.apply(filing(desk))));
    }

    private static Arrival filing(Desk desk) {
        return desk.newsroom().arrival(REPORTER, desk.storyId(), file(aReport()).of(desk.newsroom(), desk.storyId()));
    }

    private static Arrival proven(Arrival arrival, Proof proof) {
        return new Arrival(arrival.dispatch(), arrival.channel(), arrival.at(), proof);
    }

    private static Arrival later(Arrival arrival, Duration later) {
        return new Arrival(arrival.dispatch(), arrival.channel(), arrival.at().plus(later), arrival.proof());
    }
}
