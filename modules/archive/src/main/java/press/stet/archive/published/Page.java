package press.stet.archive.published;

import java.util.List;
import press.stet.model.edition.Snapshot;

/** What stands at the address of an edition that is, or was, public. */
public sealed interface Page {

    Snapshot snapshot();

    /** The languages that readers can read the story in now. */
    List<LanguageLink> languages();

    /**
     * Readers see the edition.
     *
     * @param path its canonical address, as {@link press.stet.model.edition.Address#path} writes it
     * @param languages this language among them
     */
    record Live(Snapshot.Live snapshot, String path, List<LanguageLink> languages) implements Page {
        public Live {
            languages = List.copyOf(languages);
        }
    }

    /** The edition was withdrawn or its story killed: readers are told so, and see none of its copy. */
    record Gone(Snapshot snapshot, List<LanguageLink> languages) implements Page {
        public Gone {
            languages = List.copyOf(languages);
        }
    }
}
