package press.stet.testkit.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.copy.Copies.aTranslation;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.house.TheHouse.roleOf;
import static press.stet.testkit.house.TheHouse.with;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.kill;
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
import static press.stet.testkit.rules.Scenes.aStoryKilled;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aStoryWithdrawn;
import static press.stet.testkit.rules.Scenes.inAHouseOf;
import static press.stet.testkit.rules.Scenes.nothing;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.house.Grant;
import press.stet.model.ruling.Ruling;

/** What comes of every command in every state, sent by somebody who may do anything and had no hand in the story yet. */
class StatesTest {

    private static final Person ALMIGHTY = new Person("almighty");

    @ParameterizedTest(name = "an original that is {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state              | file | revise | submit | recall | approve | changes | request | deliver | publish | withdraw | kill
            nothing              | yes  | story  | story  | story  | story   | story   | story   | story   | story   | story    | story
            draft                | file | yes    | yes    | turn   | turn    | turn    | turn    | turn    | turn    | turn     | yes
            review               | file | yes    | turn   | yes    | yes     | yes     | turn    | turn    | turn    | turn     | yes
            approved             | file | yes    | turn   | yes    | turn    | yes     | turn    | turn    | yes     | turn     | yes
            live                 | file | yes    | turn   | turn   | turn    | turn    | turn    | turn    | turn    | yes      | yes
            live, draft          | file | yes    | yes    | turn   | turn    | turn    | turn    | turn    | turn    | yes      | yes
            live, review         | file | yes    | turn   | yes    | yes     | yes     | turn    | turn    | turn    | yes      | yes
            live, approved       | file | yes    | turn   | yes    | turn    | yes     | turn    | turn    | yes     | yes      | yes
            withdrawn            | file | yes    | yes    | turn   | turn    | turn    | turn    | turn    | turn    | turn     | yes
            withdrawn, draft     | file | yes    | yes    | turn   | turn    | turn    | turn    | turn    | turn    | turn     | yes
            withdrawn, review    | file | yes    | turn   | yes    | yes     | yes     | turn    | turn    | turn    | turn     | yes
            withdrawn, approved  | file | yes    | turn   | yes    | turn    | yes     | turn    | turn    | yes     | turn     | yes
            killed               | kill | kill   | kill   | kill   | kill    | kill    | kill    | kill    | kill    | kill     | kill
            killed unseen        | kill | kill   | kill   | kill   | kill    | kill    | kill    | kill    | kill    | kill     | kill
            """)
    void an_original_takes_what_its_state_permits(
            String state,
            String file,
            String revise,
            String submit,
            String recall,
            String approve,
            String changes,
            String request,
            String deliver,
            String publish,
            String withdraw,
            String kill) {
        asked(
                EN,
                original(state),
                file,
                revise,
                submit,
                recall,
                approve,
                changes,
                request,
                deliver,
                publish,
                withdraw,
                kill);
    }

    @ParameterizedTest(name = "a translation that is {0}")
    @CsvSource(delimiter = '|', textBlock = """
            # state              | revise  | submit  | recall  | approve | changes | request | deliver | publish | withdraw
            not there            | edition | edition | edition | edition | edition | yes     | yes     | edition | edition
            requested            | edition | turn    | turn    | turn    | turn    | turn    | yes     | turn    | turn
            draft                | yes     | yes     | turn    | turn    | turn    | yes     | yes     | turn    | turn
            draft, requested     | yes     | yes     | turn    | turn    | turn    | turn    | yes     | turn    | turn
            review               | yes     | turn    | yes     | yes     | yes     | yes     | yes     | turn    | turn
            approved             | yes     | turn    | yes     | turn    | yes     | yes     | yes     | yes     | turn
            live                 | yes     | turn    | turn    | turn    | turn    | yes     | yes     | turn    | yes
            live, requested      | yes     | turn    | turn    | turn    | turn    | turn    | yes     | turn    | yes
            live, draft          | yes     | yes     | turn    | turn    | turn    | yes     | yes     | turn    | yes
            live, review         | yes     | turn    | yes     | yes     | yes     | yes     | yes     | turn    | yes
            live, approved       | yes     | turn    | yes     | turn    | yes     | yes     | yes     | yes     | yes
            withdrawn            | yes     | yes     | turn    | turn    | turn    | yes     | yes     | turn    | turn
            withdrawn, draft     | yes     | yes     | turn    | turn    | turn    | yes     | yes     | turn    | turn
            withdrawn, review    | yes     | turn    | yes     | yes     | yes     | yes     | yes     | turn    | turn
            withdrawn, approved  | yes     | turn    | yes     | turn    | yes     | yes     | yes     | yes     | turn
            killed               | kill    | kill    | kill    | kill    | kill    | kill    | kill    | kill    | kill
            """)
    void a_translation_takes_what_its_state_permits(
            String state,
            String revise,
            String submit,
            String recall,
            String approve,
            String changes,
            String request,
            String deliver,
            String publish,
            String withdraw) {
        asked(
                RU,
                translation(state),
                "",
                revise,
                submit,
                recall,
                approve,
                changes,
                request,
                deliver,
                publish,
                withdraw,
                "");
    }

    private static void asked(Language language, Scene scene, String... expected) {
        List<Ask> asks = asks(language);
        assertThat(IntStream.range(0, asks.size())
                        .mapToObj(at -> expected[at].isEmpty() ? "" : became(scene, asks.get(at))))
                .containsExactly(expected);
    }

    private static String became(Scene scene, Ask ask) {
        Given given = given(scene, inAHouseOf(with(STAFF, ALMIGHTY, new Grant(roleOf(CHIEF), Set.of(), Set.of()))));
        return switch (given.when(ALMIGHTY, ask).ruling()) {
            case Ruling.Accepted _ -> "yes";
            case Ruling.Refused refused ->
                switch (refused.refused().refusal().rule().key()) {
                    case "out-of-turn" -> "turn";
                    case "unknown-story" -> "story";
                    case "unknown-edition" -> "edition";
                    case "story-exists" -> "file";
                    case "killed" -> "kill";
                    case String other -> other;
                };
        };
    }

    /** In the order of the columns. */
    private static List<Ask> asks(Language language) {
        return List.of(
                Asks.file(aReport()),
                revise(language, headline("Another headline")),
                submit(language),
                recall(language),
                approve(language),
                requestChanges(language, "Who says so?"),
                requestTranslation(language),
                Asks.deliver(edited(aTranslation(language), headline("Another headline"))),
                publish(language),
                withdraw(language),
                kill());
    }

    private static Scene original(String state) {
        return switch (state) {
            case "nothing" -> nothing();
            case "draft" -> aStoryFiledBy(REPORTER);
            case "review" -> aStoryInReview();
            case "approved" -> aStoryApproved();
            case "live" -> aStoryLiveIn(EN);
            case "live, draft" -> aStoryLiveIn(EN).then(work(EN, 1));
            case "live, review" -> aStoryLiveIn(EN).then(work(EN, 2));
            case "live, approved" -> aStoryLiveIn(EN).then(work(EN, 3));
            case "withdrawn" -> aStoryWithdrawn();
            case "withdrawn, draft" -> aStoryWithdrawn().then(work(EN, 1));
            case "withdrawn, review" -> aStoryWithdrawn().then(work(EN, 2));
            case "withdrawn, approved" -> aStoryWithdrawn().then(work(EN, 3));
            case "killed" -> aStoryKilled();
            case "killed unseen" -> aStoryApproved().then(CHIEF, kill());
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static Scene translation(String state) {
        Scene live = aStoryLiveIn(EN, RU);
        Scene withdrawn = live.then(PUBLISHER, withdraw(RU));
        return switch (state) {
            case "not there" -> aStoryLiveIn(EN);
            case "requested" -> aStoryLiveIn(EN).then(EDITOR, requestTranslation(RU));
            case "draft" -> aStoryLiveIn(EN).then(TRANSLATOR, Asks.deliver(RU));
            case "draft, requested" ->
                aStoryLiveIn(EN).then(TRANSLATOR, Asks.deliver(RU)).then(EDITOR, requestTranslation(RU));
            case "review" -> aStoryLiveIn(EN).then(TRANSLATOR, Asks.deliver(RU)).then(TRANSLATOR, submit(RU));
            case "approved" ->
                aStoryLiveIn(EN)
                        .then(TRANSLATOR, Asks.deliver(RU))
                        .then(TRANSLATOR, submit(RU))
                        .then(EDITOR, approve(RU));
            case "live" -> live;
            case "live, requested" -> live.then(EDITOR, requestTranslation(RU));
            case "live, draft" -> live.then(work(RU, 1));
            case "live, review" -> live.then(work(RU, 2));
            case "live, approved" -> live.then(work(RU, 3));
            case "withdrawn" -> withdrawn;
            case "withdrawn, draft" -> withdrawn.then(work(RU, 1));
            case "withdrawn, review" -> withdrawn.then(work(RU, 2));
            case "withdrawn, approved" -> withdrawn.then(work(RU, 3));
            case "killed" -> live.then(CHIEF, kill());
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    /** Revised, then submitted, then approved: as many of these. */
    private static Scene work(Language language, int steps) {
        Scene scene = nothing().then(REPORTER, revise(language, headline("A rewrite")));
        scene = steps > 1 ? scene.then(REPORTER, submit(language)) : scene;
        return steps > 2 ? scene.then(EDITOR, approve(language)) : scene;
    }
}
