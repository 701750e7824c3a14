package press.stet.testkit.rules;

import press.stet.model.Person;

/** What has happened; {@link #when} one thing more is asked for, the newsroom rules on it. */
public record Given(Desk desk) {

    /** A newsroom of its own, in which these scenes were played. */
    public static Given given(Scene... scenes) {
        Desk desk = Desk.open();
        for (Scene scene : scenes) {
            scene.play(desk);
        }
        return new Given(desk);
    }

    public Then when(Person actor, Ask ask) {
        return new Then(desk, desk.send(actor, ask));
    }
}
