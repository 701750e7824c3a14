package press.stet.testkit.rules;

import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.aReport;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.file;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.requestTranslation;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;

import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.copy.Copy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;

/** Stories to begin a test with, by what has become of them. The original is in English. */
public final class Scenes {

    private Scenes() {}

    public static Scene nothing() {
        return _ -> {};
    }

    /** From here on the house has these rules. */
    public static Scene inAHouseWith(HouseRules rules) {
        return desk -> desk.newsroom().house(rules);
    }

    /** From here on the house has no rules for any site. */
    public static Scene aHouseWithoutRules() {
        return desk -> desk.newsroom().noHouse();
    }

    /** From here on these people work in the house. */
    public static Scene inAHouseOf(Staff staff) {
        return desk -> desk.newsroom().staff(staff);
    }

    public static Scene aStoryFiledBy(Person reporter) {
        return aStoryFiledBy(reporter, aReport());
    }

    public static Scene aStoryFiledBy(Person reporter, Copy copy) {
        return nothing().then(reporter, file(copy));
    }

    public static Scene aStoryInReview() {
        return aStoryFiledBy(REPORTER).then(REPORTER, submit(EN));
    }

    public static Scene aStoryApproved() {
        return aStoryInReview().then(EDITOR, approve(EN));
    }

    /** Live in these languages, each a translation of the original; in English alone where none is named. */
    public static Scene aStoryLiveIn(Language... languages) {
        Scene scene = aStoryApproved().then(PUBLISHER, publish(EN));
        for (Language language : languages) {
            if (!language.equals(EN)) {
                scene = scene.then(aTranslationPublished(language));
            }
        }
        return scene;
    }

    public static Scene aStoryWithdrawn() {
        return aStoryLiveIn(EN).then(PUBLISHER, withdraw(EN));
    }

    public static Scene aStoryKilled() {
        return aStoryLiveIn(EN).then(CHIEF, kill());
    }

    /** The original is live, and nobody has delivered yet. */
    public static Scene aTranslationRequested(Language into) {
        return aStoryLiveIn(EN).then(EDITOR, requestTranslation(into));
    }

    /** The original is live, and the translation is a draft. */
    public static Scene aTranslationDelivered(Language into) {
        return aTranslationRequested(into).then(TRANSLATOR, deliver(into));
    }

    /** Of a story that is live: the translation is delivered, approved and published. */
    public static Scene aTranslationPublished(Language into) {
        return nothing()
                .then(TRANSLATOR, deliver(into))
                .then(TRANSLATOR, submit(into))
                .then(EDITOR, approve(into))
                .then(PUBLISHER, publish(into));
    }
}
