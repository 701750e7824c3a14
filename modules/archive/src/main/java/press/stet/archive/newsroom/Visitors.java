package press.stet.archive.newsroom;

/** Who is let into the newsroom view, which shows copy that is not public. */
public enum Visitors {
    /** Whoever has a token of somebody on the staff. */
    WITH_A_TOKEN,
    /** They, and whoever asks from this machine: for a newsroom that takes the people of its machine at their word. */
    FROM_THIS_MACHINE
}
