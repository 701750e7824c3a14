package press.stet.model.house;

import press.stet.model.Language;

/**
 * The house's standard sentences, for readers of an edition whose sender gave no words of their own.
 *
 * @param stale of a translation whose source has changed since
 */
public record Sentences(Notice corrected, Notice withdrawn, Notice killed, Notice stale) {

    /** What is said where the house has no words either. */
    public static final Sentences PLAIN = new Sentences(
            Notice.of("This story has been corrected."),
            Notice.of("This story has been withdrawn."),
            Notice.of("This story has been recalled and will not return."),
            Notice.of(
                    "The original of this story has changed since it was translated. The translation is being updated."));

    /** The sender's words, else the house's. */
    public static String words(Notice given, Notice standard, Language language) {
        String own = given.in(language);
        return own.isEmpty() ? standard.in(language) : own;
    }
}
