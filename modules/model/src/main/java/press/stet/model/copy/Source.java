package press.stet.model.copy;

import press.stet.model.Language;
import press.stet.model.Version;

/** The edition and version that a translation is made from. */
public record Source(Language language, Version version) {

    /** {@code language@version}, as copy names it. */
    @Override
    public String toString() {
        return language + "@" + version;
    }
}
