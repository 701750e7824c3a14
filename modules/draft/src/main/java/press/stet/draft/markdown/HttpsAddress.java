package press.stet.draft.markdown;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** The address of a picture or an embed, as a file gives it. */
final class HttpsAddress {

    /** Of two letters and more: one letter is the drive of a file. */
    private static final Pattern HAS_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");

    private HttpsAddress() {}

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException if it is another kind of address, or a file of the writer's own
     */
    static URI of(String text) {
        if (!HAS_SCHEME.matcher(text).lookingAt()) {
            throw new IllegalArgumentException(
                    Problems.quoted(text)
                            + " is a local file, and Stet has no store for files yet: put it online and give its https address");
        }
        if (!text.startsWith("https:")) {
            throw new IllegalArgumentException(
                    Problems.quoted(text) + " is not taken: give an address that begins with https:");
        }
        try {
            URI address = new URI(text);
            if (address.getRawAuthority() == null) {
                throw new IllegalArgumentException(
                        Problems.quoted(text) + " names no host: an address begins like https://example.org/");
            }
            return address;
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException(
                    Problems.quoted(text) + " is no address: " + malformed.getReason(), malformed);
        }
    }
}
