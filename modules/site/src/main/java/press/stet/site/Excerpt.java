package press.stet.site;

/** What somebody sent, short enough to be told back. */
final class Excerpt {

    private static final int LONGEST = 60;

    private Excerpt() {}

    static String of(String sent) {
        return sent.codePointCount(0, sent.length()) <= LONGEST
                ? sent
                : sent.substring(0, sent.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
