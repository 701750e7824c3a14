package press.stet.archive.rebuild;

/** What becomes of a rebuilt store once it has been compared. */
public enum Ending {
    /** It is dropped: only the comparison was asked for. */
    COMPARE,
    /** It takes the live one's place if the two are equal, and is kept for a look if not. */
    SWAP_IF_EQUAL,
    /** It takes the live one's place, whatever differs. */
    SWAP
}
