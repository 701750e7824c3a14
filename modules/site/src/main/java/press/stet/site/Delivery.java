package press.stet.site;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes an answer in the form that the client asked for, and sends it.
 *
 * <p>Nothing is kept without asking again ({@code no-cache}), so that a correction, a withdrawal or a kill holds from a reader's
 * next request on; a page that has not changed costs a 304. The {@code ETag} is a digest of the very bytes: a page also changes
 * when a sibling, a section's name or a template does. {@code Last-Modified} tells when the edition changed, and is no condition.
 */
final class Delivery {

    private static final int WORTH_COMPRESSING = 1_024;
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Pages pages;

    Delivery(Pages pages) {
        this.pages = pages;
    }

    /** The answer as it is sent. */
    Sheet write(Answer answer, Representation representation, boolean compressed) {
        Map<String, String> headers = new HashMap<>();
        headers.put(
                "Vary",
                dependsOnReader(answer) ? "Accept, Accept-Encoding, Accept-Language" : "Accept, Accept-Encoding");
        headers.put("Cache-Control", "no-cache");
        if (answer instanceof Answer.Elsewhere elsewhere) {
            headers.put("Location", elsewhere.path());
            return new Sheet(answer.status(), headers, null, new byte[0]);
        }
        headers.put("Content-Type", type(answer, representation));
        describe(answer, headers);
        String content = switch (representation) {
            case HTML -> pages.of(answer);
            case JSON -> Json.of(answer);
        };
        return write(content, answer.status(), headers, compressed);
    }

    /** A file that pages need, as it is sent. */
    static Sheet write(Assets.Asset asset, boolean compressed) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", asset.type());
        headers.put("Vary", "Accept-Encoding");
        headers.put("Cache-Control", "public, max-age=31536000, immutable");
        return write(asset.content(), 200, headers, compressed);
    }

    /** Compresses by itself, because a strong validator stands for one coding only. */
    private static Sheet write(String content, int status, Map<String, String> headers, boolean compressed) {
        boolean smaller = compressed && content.length() >= WORTH_COMPRESSING;
        if (smaller) {
            headers.put("Content-Encoding", "gzip");
        }
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        String tag = status == 200 ? '"' + Fingerprint.of(plain) + (smaller ? "-gzip" : "") + '"' : null;
        return new Sheet(status, headers, tag, smaller ? gzip(plain) : plain);
    }

    /** Whether the answer is another one for readers of other languages. */
    static boolean dependsOnReader(Answer answer) {
        return switch (answer) {
            case Answer.Story _, Answer.Front _, Answer.Department _ -> false;
            case Answer.Gone gone -> gone.chosen();
            case Answer.Found _, Answer.NothingYet _, Answer.NoPage _ -> true;
            case Answer.Elsewhere elsewhere -> !elsewhere.forGood();
        };
    }

    /** Sends it, or says that the client has it. */
    static void send(Sheet sheet, Context response) {
        response.disableCompression();
        boolean known = sheet.tag() != null && isKnown(sheet.tag(), response);
        response.removeHeader("Content-Type");
        sheet.headers().forEach((name, value) -> {
            if (!known || !name.startsWith("Content-")) {
                response.header(name, value);
            }
        });
        if (sheet.tag() != null) {
            response.header("ETag", sheet.tag());
        }
        if (known) {
            response.status(304);
            return;
        }
        response.status(sheet.status())
                .header("Content-Length", Integer.toString(sheet.body().length))
                .result(sheet.body());
    }

    /** Whether the client has it already: the weak comparison of RFC 9110, section 13.1.2. */
    private static boolean isKnown(String tag, Context request) {
        String known = request.header("If-None-Match");
        return known != null
                && (known.strip().equals("*")
                        || List.of(known.split(",", -1)).stream()
                                .map(each -> each.strip().startsWith("W/")
                                        ? each.strip().substring(2)
                                        : each.strip())
                                .anyMatch(tag::equals));
    }

    private static String type(Answer answer, Representation representation) {
        return switch (representation) {
            case HTML -> "text/html; charset=utf-8";
            case JSON -> answer instanceof Answer.NoPage ? "application/problem+json" : "application/json";
        };
    }

    private static void describe(Answer answer, Map<String, String> headers) {
        switch (answer) {
            case Answer.Story story -> {
                headers.put(
                        "Content-Language", story.page().snapshot().language().tag());
                headers.put(
                        "Last-Modified",
                        HTTP_DATE.format(story.page().snapshot().at()));
            }
            case Answer.Gone gone ->
                headers.put(
                        "Content-Language", gone.page().snapshot().language().tag());
            case Answer.Editions editions -> describe(editions, headers);
            case Answer.NothingYet _, Answer.NoPage _, Answer.Elsewhere _ -> {}
        }
    }

    private static void describe(Answer.Editions editions, Map<String, String> headers) {
        headers.put("Content-Language", editions.language().tag());
        String next = editions.nextPath();
        if (next != null) {
            headers.put("Link", "<" + next + ">; rel=\"next\"");
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(content.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return compressed.toByteArray();
    }
}
