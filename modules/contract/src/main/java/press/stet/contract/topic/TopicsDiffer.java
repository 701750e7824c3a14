package press.stet.contract.topic;

import java.util.List;

/** Topics or schemas that are there already are not as the newsroom needs them. Nothing was changed. */
public final class TopicsDiffer extends RuntimeException {

    private final List<String> differences;

    TopicsDiffer(List<String> differences) {
        super("the topics are not as the newsroom needs them, and nothing was changed:\n  "
                + String.join("\n  ", differences));
        this.differences = List.copyOf(differences);
    }

    /** One sentence for each: where, what stands there, and what should. */
    public List<String> differences() {
        return differences;
    }
}
