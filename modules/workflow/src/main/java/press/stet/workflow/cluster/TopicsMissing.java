package press.stet.workflow.cluster;

import java.util.List;

/** Topics are not there yet. The workflow may look again. */
public final class TopicsMissing extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TopicsMissing(List<String> names) {
        super("there is no topic " + String.join(", ", names) + ": create them with 'stet ops topics --apply'");
    }
}
