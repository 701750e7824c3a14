package press.stet.newsroom.embedded;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The ports of a newsroom's parts on 127.0.0.1, written down so that the next start takes the same ones. A port that
 * somebody else has taken meanwhile is replaced by a free one. Safe for use by several threads.
 */
public final class Ports {

    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Path file;
    private final Map<String, Integer> ports;

    /** Reads what the start before wrote down; a line that is no port any more only costs a part its old port. */
    Ports(Path file) throws IOException {
        this.file = file;
        this.ports = new TreeMap<>();
        if (Files.exists(file)) {
            Files.readAllLines(file).stream()
                    .filter(line -> line.matches("[a-z-]+=\\d{1,5}"))
                    .map(line -> line.split("=", 2))
                    .forEach(line -> ports.put(line[0], Integer.parseInt(line[1])));
        }
    }

    /**
     * The port for a part: the one it had the last time where that is free, else any that is.
     *
     * @param part lower-case letters and hyphens
     */
    public synchronized int take(String part) {
        Integer last = ports.get(part);
        return last != null && isFree(last) ? last : keep(part, anyFree());
    }

    /**
     * Gives a part exactly this port, and writes that down.
     *
     * @param part lower-case letters and hyphens
     * @throws PartFailed where somebody else has the port
     */
    public synchronized int take(String part, int port) {
        if (!isFree(port)) {
            throw new PartFailed(
                    "Port %d, given for %s, is taken. Give another one, or stop what listens there."
                            .formatted(port, part),
                    null);
        }
        return keep(part, port);
    }

    /** The port that a part had the last time; empty if it never had one. */
    synchronized OptionalInt last(String part) {
        Integer last = ports.get(part);
        return last == null ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private int keep(String part, int port) {
        ports.put(part, port);
        String lines = ports.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(joining());
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket(port, 1, LOOPBACK)) {
            return probe.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    /** A port that nobody listens on and no other part of this newsroom counts on. */
    private int anyFree() {
        while (true) {
            try (ServerSocket probe = new ServerSocket(0, 1, LOOPBACK)) {
                if (!ports.containsValue(probe.getLocalPort())) {
                    return probe.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("No port is free on 127.0.0.1: " + e.getMessage(), e);
            }
        }
    }
}
