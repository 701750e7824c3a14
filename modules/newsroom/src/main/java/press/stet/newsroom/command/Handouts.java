package press.stet.newsroom.command;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.copy.Source;
import press.stet.newsroom.command.NewsroomView.VersionText;
import press.stet.translation.handout.Handout;

/** Gathers what a translator is handed, as the newsroom view has it. */
final class Handouts {

    private Handouts() {}

    /** Whether a file is meant to be XLIFF, by its name; else it is Markdown. */
    static boolean isXliff(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".xlf") || name.endsWith(".xliff");
    }

    /**
     * A source with the translation that stands of it.
     *
     * @param replaces the version of the translated edition to go on from, or null where there is none
     */
    static Handout of(Session session, StoryId story, Source source, Language into, @Nullable Version replaces) {
        return of(session, story, session.view().text(story, source.language(), source.version()), into, replaces);
    }

    static Handout of(Session session, StoryId story, VersionText source, Language into, @Nullable Version replaces) {
        return new Handout(
                story,
                new Source(source.copy().language(), source.version()),
                source.copy(),
                into,
                replaces,
                replaces == null ? null : standing(session, story, source.copy().language(), into, replaces));
    }

    /** What was made from another language has nothing to say of this one. */
    private static Handout.@Nullable Standing standing(
            Session session, StoryId story, Language from, Language into, Version version) {
        VersionText stands = session.view().text(story, into, version);
        Source madeFrom = stands.source();
        return madeFrom == null || !madeFrom.language().equals(from)
                ? null
                : new Handout.Standing(
                        stands.copy(),
                        session.view().text(story, from, madeFrom.version()).copy());
    }
}
