package press.stet.model;

/** A story in one language. */
public record EditionId(StoryId story, Language language) {

    /** {@code story/language}, the key of the edition in topics and stores. */
    @Override
    public String toString() {
        return story + "/" + language;
    }
}
