package press.stet.contract.topic;

/** The names of the groups in which the newsroom's parts share the partitions of topics. */
public final class Groups {

    /** Of the workflow, whose changelogs and transactions are named by it too: for ever. */
    public static final String WORKFLOW = "stet-workflow";

    /** Of the archive; behind it comes the name of a projection. */
    public static final String ARCHIVES = "stet-archive-";

    private Groups() {}
}
