package press.stet.contract.header;

/**
 * The place of a record among those that say together what one ruling shows readers. They stand one after the other in their
 * partition; whoever shows them shows all or none.
 *
 * @param place from 1
 */
public record Part(int place, int count) {

    /** What stands alone. */
    public static final Part WHOLE = new Part(1, 1);

    public Part {
        if (place < 1 || place > count) {
            throw new IllegalArgumentException("there is no part " + place + " of " + count);
        }
    }

    public boolean isFirst() {
        return place == 1;
    }

    public boolean isLast() {
        return place == count;
    }

    /**
     * The part that is written so.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Part of(String text) {
        int slash = Math.max(text.indexOf('/'), 0);
        return new Part(Integer.parseInt(text, 0, slash, 10), Integer.parseInt(text, slash + 1, text.length(), 10));
    }

    @Override
    public String toString() {
        return place + "/" + count;
    }
}
