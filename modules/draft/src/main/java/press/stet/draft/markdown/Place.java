package press.stet.draft.markdown;

/** Where something stands in a file: line and column, both from 1, the column in code points. */
record Place(int line, int column) {

    static final Place START = new Place(1, 1);

    Problem problem(String what) {
        return new Problem(line, column, what);
    }
}
