package press.stet.newsroom.house;

/** A house file that cannot be put in force. The message says where in the file, what is wrong, and what is known. */
public final class HouseRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HouseRefused(String where, String what) {
        super(where + ": " + what);
    }
}
