package press.stet.site;

/** Why a reader gets no page. The names are keys of {@link Words}. */
enum Problem {
    BAD_REQUEST(400, "Bad Request", "badRequest"),
    NOT_FOUND(404, "Not Found", "notFound"),
    METHOD_NOT_ALLOWED(405, "Method Not Allowed", "badRequest"),
    NOT_ACCEPTABLE(406, "Not Acceptable", "badRequest"),
    FAULT(500, "Internal Server Error", "fault"),
    UNAVAILABLE(503, "Service Unavailable", "unavailable");

    private final int status;
    private final String phrase;
    private final String words;

    Problem(int status, String phrase, String words) {
        this.status = status;
        this.phrase = phrase;
        this.words = words;
    }

    int status() {
        return status;
    }

    /** The name of the status in RFC 9110. */
    String phrase() {
        return phrase;
    }

    String titleKey() {
        return words + ".title";
    }

    String textKey() {
        return words + ".text";
    }
}
