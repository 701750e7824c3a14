package press.stet.review.comparison;

/** What a text is in its copy. */
public enum Role {
    SECTION("section", Grain.WHOLE),
    BYLINE("byline", Grain.WHOLE),
    DATELINE("dateline", Grain.WORDS),
    KEYWORD("keyword", Grain.WHOLE),
    SLUG("slug", Grain.WHOLE),
    TEXT("text", Grain.WORDS),
    SPEAKER("speaker", Grain.WORDS),
    ITEM("item", Grain.WORDS),
    ALT("alt text", Grain.WORDS),
    CAPTION("caption", Grain.WORDS),
    CREDIT("credit", Grain.WORDS),
    ADDRESS("address", Grain.WHOLE),
    /** The id of a source block that a translation's block renders; a hyphen where it was added for its readers. */
    RENDERS("renders", Grain.WHOLE);

    /** What two texts that differ are told apart by: a name is another one or the same, a sentence is changed. */
    enum Grain {
        WHOLE,
        WORDS
    }

    private final String word;
    private final Grain grain;

    Role(String word, Grain grain) {
        this.word = word;
        this.grain = grain;
    }

    /** As an editor calls it. */
    public String word() {
        return word;
    }

    boolean isToldByWords() {
        return grain == Grain.WORDS;
    }
}
