package press.stet.archive.newsroom;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import press.stet.model.StoryId;

/** Where a page of stories ended: the next one begins with what changed before. To tools it is an opaque word. */
record StoryCursor(Instant at, StoryId story) {

    /**
     * Reads the word.
     *
     * @throws IllegalArgumentException if it is none of ours
     */
    static StoryCursor of(String word) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(word), StandardCharsets.US_ASCII);
            int space = Math.max(text.indexOf(' '), 0);
            Instant at = Instant.EPOCH.plus(Long.parseLong(text, 0, space, 10), ChronoUnit.MICROS);
            return new StoryCursor(at, StoryId.of(text.substring(space + 1)));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException foreign) {
            throw new IllegalArgumentException(
                    "after is the word that the last page gave as next, not '" + word + "'", foreign);
        }
    }

    String word() {
        String text = ChronoUnit.MICROS.between(Instant.EPOCH, at) + " " + story;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
