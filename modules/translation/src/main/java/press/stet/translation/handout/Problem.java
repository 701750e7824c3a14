package press.stet.translation.handout;

/**
 * Something in a delivery that does not fit.
 *
 * @param line where in the file, counted from 1; 0 where it is about the whole of it
 * @param unit empty where it is about the whole file
 * @param what what is wrong and what to do about it
 */
public record Problem(int line, String unit, String what) {

    /** As compilers put it and editors jump to it. */
    @Override
    public String toString() {
        return (line == 0 ? "" : line + ": ") + (unit.isEmpty() ? "" : "unit " + unit + ": ") + what;
    }
}
