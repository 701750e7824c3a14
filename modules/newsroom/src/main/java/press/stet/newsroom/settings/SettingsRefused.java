package press.stet.newsroom.settings;

/** Settings that no part can start with. The message names the key, where it stands, and what would be taken; never a secret. */
public final class SettingsRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SettingsRefused(String message) {
        super(message);
    }
}
