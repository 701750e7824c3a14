package press.stet.testkit.rules;

import press.stet.model.Person;

/** How a story came to be what it is when a test begins. */
@FunctionalInterface
public interface Scene {

    void play(Desk desk);

    /** And then somebody did this, and was allowed to. */
    default Scene then(Person actor, Ask ask) {
        return desk -> {
            play(desk);
            desk.accepted(actor, ask);
        };
    }

    default Scene then(Scene next) {
        return desk -> {
            play(desk);
            next.play(desk);
        };
    }
}
