package press.stet.site;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Sends an answer in the form that the client asked for.
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

    void send(Answer answer, Representation representation, Context response) {
        response.header(
                "Vary",
                dependsOnReader(answer) ? "Accept, Accept-Encoding, Accept-Language" : "Accept, Accept-Encoding");
        response.header("Cache-Control", "no-cache");
        if (answer instanceof Answer.Elsewhere elsewhere) {
            response.status(answer.status())
                    .header("Location", elsewhere.path())
                    .removeHeader("Content-Type");
            return;
        }
        String content = switch (representation) {
            case HTML -> pages.of(answer);
            case JSON -> Json.of(answer);
        };
        response.contentType(type(answer, representation));
        describe(answer, response);
        send(content, answer.status(), response);
    }

    void send(Assets.Asset asset, Context response) {
        response.contentType(asset.type())
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "public, max-age=31536000, immutable");
        send(asset.content(), 200, response);
    }

    /** Compresses by itself, because a strong validator stands for one coding only. */
    private static void send(String content, int status, Context response) {
        boolean compressed = content.length() >= WORTH_COMPRESSING
                && Preferences.read(response.header("Accept-Encoding")).allow("gzip");
        String etag = '"' + Fingerprint.of(content) + (compressed ? "-gzip" : "") + '"';
        response.disableCompression().status(status);
        if (status == 200) {
            response.header("ETag", etag);
        }
        if (status == 200 && isKnown(etag, response)) {
            response.status(304);
            response.removeHeader("Content-Type");
            return;
        }
        if (compressed) {
            response.header("Content-Encoding", "gzip");
        }
        byte[] plain = content.getBytes(StandardCharsets.UTF_8);
        byte[] sent = compressed ? gzip(plain) : plain;
        response.header("Content-Length", Integer.toString(sent.length)).result(sent);
    }

    /** Whether the client has it already: the weak comparison of RFC 9110, section 13.1.2. */
    private static boolean isKnown(String etag, Context request) {
        String known = request.header("If-None-Match");
        return known != null
                && (known.strip().equals("*")
                        || List.of(known.split(",", -1)).stream()
                                .map(each -> each.strip().startsWith("W/")
                                        ? each.strip().substring(2)
                                        : each.strip())
                                .anyMatch(etag::equals));
    }

    private static String type(Answer answer, Representation representation) {
        return switch (representation) {
            case HTML -> "text/html; charset=utf-8";
            case JSON -> answer instanceof Answer.NoPage ? "application/problem+json" : "application/json";
        };
    }

    /** Whether the languages that the reader reads had a say in it. */
    private static boolean dependsOnReader(Answer answer) {
        return switch (answer) {
            case Answer.Story _, Answer.Front _, Answer.Department _ -> false;
            case Answer.Gone gone -> gone.chosen();
            case Answer.Found _, Answer.NothingYet _, Answer.NoPage _ -> true;
            case Answer.Elsewhere elsewhere -> !elsewhere.forGood();
        };
    }

    private static void describe(Answer answer, Context response) {
        switch (answer) {
            case Answer.Story story -> {
                response.header(
                        "Content-Language", story.page().snapshot().language().tag());
                response.header(
                        "Last-Modified",
                        HTTP_DATE.format(story.page().snapshot().at()));
            }
            case Answer.Gone gone ->
                response.header(
                        "Content-Language", gone.page().snapshot().language().tag());
            case Answer.Editions editions -> describe(editions, response);
            case Answer.NothingYet _, Answer.NoPage _, Answer.Elsewhere _ -> {}
        }
    }

    private static void describe(Answer.Editions editions, Context response) {
        response.header("Content-Language", editions.language().tag());
        String next = editions.nextPath();
        if (next != null) {
            response.header("Link", "<" + next + ">; rel=\"next\"");
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
