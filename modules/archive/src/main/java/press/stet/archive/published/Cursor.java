package press.stet.archive.published;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import press.stet.model.StoryId;

/** Where a page of a list ended: the next one begins with what is older. To those who pass it on it is an opaque word. */
record Cursor(Instant publishedAt, StoryId story) {

    static Cursor behind(Item last) {
        return new Cursor(last.publishedAt(), last.story());
    }

    /**
     * Reads the word.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static Cursor of(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
            int space = text.indexOf(' ');
            Instant publishedAt =
                    Instant.EPOCH.plus(Long.parseLong(text, 0, Math.max(space, 0), 10), ChronoUnit.MICROS);
            return new Cursor(publishedAt, StoryId.of(text.substring(space + 1)));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException foreign) {
            throw new IllegalArgumentException(
                    "a list goes on at the word that its last page gave as next, not at '" + word + "'", foreign);
        }
    }

    String word() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, publishedAt) + " " + story;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
