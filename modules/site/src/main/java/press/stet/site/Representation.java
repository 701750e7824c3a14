package press.stet.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The forms that every page of the site has. */
enum Representation {
    HTML("text/html"),
    JSON("application/json");

    private final String type;

    Representation(String type) {
        this.type = type;
    }

    String type() {
        return type;
    }

    /**
     * The form that suits an {@code Accept} header: the one wanted more; of two wanted alike the one named more precisely; else
     * HTML. Empty if the header rules out both.
     */
    static Optional<Representation> chosenBy(@Nullable String accept) {
        Preferences preferences = Preferences.read(accept);
        if (preferences.isEmpty()) {
            return Optional.of(HTML);
        }
        Preferences.Wish html = preferences.forType(HTML.type);
        Preferences.Wish json = preferences.forType(JSON.type);
        if (html.quality() == 0 && json.quality() == 0) {
            return Optional.empty();
        }
        int byQuality = Double.compare(json.quality(), html.quality());
        boolean asJson = byQuality == 0 ? json.precision() > html.precision() : byQuality > 0;
        return Optional.of(asJson ? JSON : HTML);
    }
}
