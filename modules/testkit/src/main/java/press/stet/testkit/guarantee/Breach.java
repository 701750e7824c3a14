package press.stet.testkit.guarantee;

import press.stet.model.StoryId;

/** A promise that was not kept. */
public record Breach(Guarantee guarantee, StoryId story, String what) {

    @Override
    public String toString() {
        return guarantee.promise() + " But in story " + story + " " + what;
    }
}
