package press.stet.site;

/** A reader, or a program, asked for something in a way that has no answer; the detail says what to do instead. */
final class BadRequest extends RuntimeException {

    private final String detail;

    BadRequest(String detail) {
        super(detail, null, false, false);
        this.detail = detail;
    }

    String detail() {
        return detail;
    }
}
