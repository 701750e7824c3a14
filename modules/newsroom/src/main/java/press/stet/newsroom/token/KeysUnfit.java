package press.stet.newsroom.token;

/** No tokens can be issued with what is in a file of keys. The message says which, why, and what to do; nothing of the keys. */
public final class KeysUnfit extends RuntimeException {

    private static final long serialVersionUID = 1L;

    KeysUnfit(String message) {
        super(message);
    }
}
