package press.stet.archive.newsroom;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets in whoever asks from this machine and for this machine. A page of a foreign site can make a browser here ask for a
 * foreign name that leads to a loopback address (DNS rebinding); that name then stands in the Host header.
 */
final class Doorkeeper {

    /** A name, an IPv4 address, or an IPv6 address in brackets; then perhaps a port. */
    private static final Pattern HOST = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+))(?::[0-9]{1,5})?");

    private Doorkeeper() {}

    /**
     * Whether to answer.
     *
     * @param remote the address that the request came from
     * @param host the request's Host header
     */
    static boolean admits(String remote, @Nullable String host) {
        return isLoopback(remote) && host != null && isThisMachine(host);
    }

    private static boolean isThisMachine(String host) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return name.equalsIgnoreCase("localhost") || isLoopback(name);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
