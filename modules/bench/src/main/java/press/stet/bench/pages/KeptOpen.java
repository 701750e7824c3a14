package press.stet.bench.pages;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A reader's connection, kept open from page to page, that costs as little as it can: requests are bytes that were written before,
 * and of answers no more is read than it takes to find where they end. For one thread.
 */
final class KeptOpen implements AutoCloseable {

    private static final int SECONDS_OF_SILENCE = 10;

    /** What was sent. */
    record Answer(int status, List<String> headers, ByteBuffer body) {

        /** What a header says; empty where it is not there. */
        String header(String name) {
            String start = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] buffer = new byte[1 << 16];
    private int filled;

    KeptOpen(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SECONDS_OF_SILENCE * 1_000);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** What a browser asks a page with; an empty tag where it has none yet. */
    static byte[] request(String path, String tag) {
        String known = tag.isEmpty() ? "" : "If-None-Match: " + tag + "\r\n";
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nAccept-Encoding: gzip\r\n" + known
                        + "\r\n")
                .getBytes(ISO_8859_1);
    }

    /** Asks, waits for the whole answer, and says its status. */
    int ask(byte[] request) throws IOException {
        int length = exchange(request);
        return status(headerEnd(0), length);
    }

    /** The same, and keeps the answer. */
    Answer keep(byte[] request) throws IOException {
        int length = exchange(request);
        int end = headerEnd(0);
        List<String> lines = new String(buffer, 0, end, ISO_8859_1).lines().toList();
        return new Answer(
                status(end, length),
                lines.subList(1, lines.size()),
                ByteBuffer.wrap(Arrays.copyOfRange(buffer, end + 4, length)));
    }

    private int exchange(byte[] request) throws IOException {
        out.write(request);
        filled = 0;
        int end = -1;
        while (end < 0) {
            int from = Math.max(0, filled - 3);
            fill();
            end = headerEnd(from);
        }
        int length = end + 4 + contentLength(end);
        while (filled < length) {
            fill();
        }
        return length;
    }

    private void fill() throws IOException {
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        if (read < 0) {
            throw new EOFException("the server closed the connection");
        }
        filled += read;
    }

    /** Where the empty line begins that ends the headers; negative where it has not come yet. */
    private int headerEnd(int from) {
        for (int at = from; at + 3 < filled; at++) {
            if (buffer[at] == '\r' && buffer[at + 1] == '\n' && buffer[at + 2] == '\r' && buffer[at + 3] == '\n') {
                return at;
            }
        }
        return -1;
    }

    /** What a header says of the body's length; none means that there is no body, as with 304. */
    private int contentLength(int headerEnd) {
        String headers = new String(buffer, 0, headerEnd, ISO_8859_1).toLowerCase(Locale.ROOT);
        int found = headers.indexOf("\r\ncontent-length:");
        if (found < 0 || headers.startsWith(" 304", headers.indexOf(' '))) {
            return 0;
        }
        int begin = found + "\r\ncontent-length:".length();
        int end = headers.indexOf('\r', begin);
        return Integer.parseInt(
                headers.substring(begin, end < 0 ? headers.length() : end).strip());
    }

    private int status(int headerEnd, int length) throws IOException {
        if (filled != length) {
            throw new IOException("the server sent more than it said: " + new String(buffer, 0, headerEnd, ISO_8859_1));
        }
        return Integer.parseInt(new String(buffer, 9, 3, ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
