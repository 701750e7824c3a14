package press.stet.workflow.cluster;

import java.util.List;

/** The workflow cannot keep its promises on this cluster as it is. The message says everything that is wrong and what to do. */
public final class UnfitCluster extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitCluster(List<String> faults) {
        super(String.join("\n", faults));
    }

    UnfitCluster(String fault, Throwable cause) {
        super(fault, cause);
    }
}
