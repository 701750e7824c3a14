package press.stet.publish.html;

/** Markup that went through the sanitiser and may stand in a page as it is. Nothing else makes one. */
public final class SafeHtml {

    private final String markup;

    SafeHtml(String markup) {
        this.markup = markup;
    }

    public String markup() {
        return markup;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafeHtml that && markup.equals(that.markup);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    @Override
    public String toString() {
        return markup;
    }
}
