package press.stet.newsroom.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Copy;

/** Texts of versions, as the newsroom view has them; those asked for last are kept. */
final class TextsAtHand {

    private final NewsroomView view;
    private final int most;
    private final Map<String, Optional<Copy>> texts = new LinkedHashMap<>(16, 0.75f, true);

    TextsAtHand(NewsroomView view, int most) {
        this.view = view;
        this.most = most;
    }

    /** The text of a version; null where it is not there. */
    @Nullable Copy find(StoryId story, Language language, Version version) {
        Optional<Copy> text = texts.computeIfAbsent(
                story + "/" + language + "@" + version, _ -> view.findText(story, language, version));
        if (texts.size() > most) {
            texts.remove(texts.keySet().iterator().next());
        }
        return text.orElse(null);
    }
}
