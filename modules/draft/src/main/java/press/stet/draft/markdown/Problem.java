package press.stet.draft.markdown;

/**
 * Something in a file that cannot be taken as copy.
 *
 * @param line counted from 1
 * @param column counted from 1, in characters (code points)
 * @param what what is wrong there and what to do about it
 */
public record Problem(int line, int column, String what) {

    /** {@code line:column: what}, as compilers put it and editors jump to it. */
    @Override
    public String toString() {
        return line + ":" + column + ": " + what;
    }
}
