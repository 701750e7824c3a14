package press.stet.archive.newsroom;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The newsroom view has no answer, and says why. */
final class NotAnswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final int status;
    private final transient ObjectNode json;

    private NotAnswered(int status, String why) {
        super(why);
        this.status = status;
        this.json = Rows.object().put("error", why);
    }

    static NotAnswered badRequest(String why) {
        return new NotAnswered(BAD_REQUEST, why);
    }

    /** Nobody knows who asks. */
    static NotAnswered unknownVisitor(String why) {
        return new NotAnswered(UNAUTHORIZED, why);
    }

    /** Whoever asks is known, and not let in. */
    static NotAnswered forbidden(String why) {
        return new NotAnswered(FORBIDDEN, why);
    }

    static NotAnswered notFound(String why) {
        return new NotAnswered(NOT_FOUND, why);
    }

    /** Several stories go by one name. */
    static NotAnswered ambiguous(String name, List<StoryCard> stories) {
        NotAnswered answer =
                new NotAnswered(CONFLICT, "several stories go by '" + name + "': name one of them by its short id");
        ArrayNode candidates = answer.json.putArray("candidates");
        for (StoryCard card : stories) {
            ObjectNode story = card.json();
            ObjectNode candidate = candidates.addObject();
            candidate.set("story", story.get("story"));
            candidate.set("shortId", story.get("shortId"));
            candidate.set("headline", story.path("editions").path(0).path("headline"));
        }
        return answer;
    }

    /** Whether it would be answered to somebody who says who they are. */
    boolean asksWho() {
        return status == UNAUTHORIZED;
    }

    int status() {
        return status;
    }

    ObjectNode json() {
        return json;
    }
}
