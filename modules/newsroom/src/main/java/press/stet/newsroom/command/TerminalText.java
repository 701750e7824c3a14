package press.stet.newsroom.command;

/** Text from outside, as a terminal may be given it: what it would obey is shown as a picture of itself. */
final class TerminalText {

    /** Where Unicode has pictures of the characters that a terminal would obey. */
    private static final int PICTURES = 0x2400;

    private static final int DELETE = 0x7F;
    private static final int PICTURE_OF_DELETE = 0x2421;
    private static final int UNKNOWN = 0xFFFD;

    private TerminalText() {}

    /** Text of several lines; tabs and line ends stay. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> shown.appendCodePoint(point == '\n' || point == '\t' ? point : shown(point)));
        return shown.toString();
    }

    /** Text that is to stay on one line. */
    static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> shown.appendCodePoint(shown(point)));
        return shown.toString();
    }

    private static int shown(int point) {
        if (!Character.isISOControl(point)) {
            return point;
        }
        return point < ' ' ? PICTURES + point : point == DELETE ? PICTURE_OF_DELETE : UNKNOWN;
    }
}
