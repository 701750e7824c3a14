package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Copy;
import press.stet.model.copy.SharedFacts;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/**
 * Fills the shared facts of a translation in from its source, and from its source's source. A photo that the live source no
 * longer has, or does not have yet, is the one of the version that the translation was made from.
 */
final class Facts {

    private Facts() {}

    /** The copy as readers would see it. What no source gives stays empty. */
    static Copy fillIn(Copy copy, @Nullable Source source, Story story, Texts texts) {
        return fillIn(copy, source, story, texts, new HashSet<>(Set.of(copy.language())));
    }

    private static Copy fillIn(Copy copy, @Nullable Source source, Story story, Texts texts, Set<Language> asked) {
        if (source == null || !asked.add(source.language())) {
            return copy;
        }
        Version version = inForce(source, story);
        Copy from = texts.find(source.language(), version);
        if (from == null) {
            return copy;
        }
        Source further = sourceOf(source.language(), version, story);
        Copy filled = SharedFacts.fillIn(copy, fillIn(from, further, story, texts, asked));
        Copy madeFrom = texts.find(source.language(), source.version());
        return madeFrom == null ? filled : SharedFacts.fillInPhotos(filled, madeFrom);
    }

    /** Whether translations may have other facts now that this edition has gone live. */
    static boolean changed(Language language, Story before, Story now, Texts texts) {
        Copy was = shown(language, before, texts);
        Copy is = shown(language, now, texts);
        return was == null || is == null || !SharedFacts.same(was, is);
    }

    /** The copy that readers see, or saw last; null where they never saw any. */
    private static @Nullable Copy shown(Language language, Story story, Texts texts) {
        Edition edition = story.edition(language);
        Stamp stamp = edition == null ? null : edition.shown();
        if (stamp == null) {
            return null;
        }
        Copy own = texts.find(language, stamp.version());
        return own == null ? null : fillIn(own, stamp.source(), story, texts);
    }

    /** The versions that a translation's facts may come from: its source, what readers see of that, its source's source, and so on. */
    static List<Source> versions(Source source, Story story) {
        List<Source> versions = new ArrayList<>();
        Set<Language> asked = new HashSet<>();
        Source next = source;
        while (next != null && asked.add(next.language())) {
            Version inForce = inForce(next, story);
            versions.add(next);
            versions.add(new Source(next.language(), inForce));
            next = sourceOf(next.language(), inForce, story);
        }
        return versions;
    }

    /** Readers of all languages are given the same facts: those of the source as its readers see it, or saw it last. */
    private static Version inForce(Source source, Story story) {
        Edition edition = story.edition(source.language());
        Stamp shown = edition == null ? null : edition.shown();
        return shown == null ? source.version() : shown.version();
    }

    private static @Nullable Source sourceOf(Language language, Version version, Story story) {
        Edition edition = story.edition(language);
        if (edition == null) {
            return null;
        }
        var shown = edition.shown();
        if (shown != null && shown.version().equals(version)) {
            return shown.source();
        }
        var current = edition.current();
        return current == null ? null : current.source();
    }
}
