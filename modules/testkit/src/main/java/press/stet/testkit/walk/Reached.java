package press.stet.testkit.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.command.Command;
import press.stet.model.story.Due;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.model.story.Working;

/**
 * A command in a state: of the edition it is about, and of the original where it is about the whole story.
 *
 * @param state the working and the live side, or that there is none
 */
public record Reached(String state, String command) implements Comparable<Reached> {

    /** How moments are called among commands. */
    static final String DUE = "Due: ";

    static Reached of(@Nullable Story story, Command command) {
        Language language = command.language();
        return new Reached(
                story == null ? "no story" : state(story, language == null ? story.original() : language),
                command.getClass().getSimpleName());
    }

    /** That a moment comes that the story waits for. */
    static Reached of(Story story, Due due) {
        return new Reached(state(story, due.language()), DUE + due.of().name().toLowerCase(Locale.ROOT));
    }

    private static String state(Story story, Language language) {
        Edition edition = story.edition(language);
        return edition == null
                ? "no edition"
                : side(edition.working().getClass()) + " × "
                        + side(edition.live().getClass());
    }

    /** Whether it is no command. */
    boolean isMoment() {
        return command.startsWith(DUE);
    }

    /** Every command in every state that there can be: what was killed has nothing in hand. */
    public static Set<Reached> everything() {
        List<String> states = new ArrayList<>(List.of("no story", "no edition"));
        for (Class<?> working : Working.class.getPermittedSubclasses()) {
            for (Class<?> live : Live.class.getPermittedSubclasses()) {
                if (isPossible(working, live)) {
                    states.add(side(working) + " × " + side(live));
                }
            }
        }
        Set<Reached> everything = new LinkedHashSet<>();
        for (String command : commands()) {
            states.forEach(state -> everything.add(new Reached(state, command)));
        }
        // A story has its original from its first event on, and these two are about that.
        everything.remove(new Reached("no edition", Command.FileStory.class.getSimpleName()));
        for (Class<?> command : Command.OfTheStory.class.getPermittedSubclasses()) {
            everything.remove(new Reached("no edition", command.getSimpleName()));
        }
        return new TreeSet<>(everything);
    }

    /** Every command that there is, in the order in which they are written down. */
    static List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (Class<?> each : Command.class.getPermittedSubclasses()) {
            for (Class<?> command : each.isSealed() ? each.getPermittedSubclasses() : new Class<?>[] {each}) {
                commands.add(command.getSimpleName());
            }
        }
        return commands;
    }

    /** What was killed has nothing in hand, and what was public is not spiked. */
    private static boolean isPossible(Class<?> working, Class<?> live) {
        return working == Working.Spiked.class
                ? live == Live.Unpublished.class
                : working == Working.None.class || live != Live.Killed.class;
    }

    private static String side(Class<?> side) {
        return side.getSimpleName();
    }

    @Override
    public int compareTo(Reached other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return command + " when " + state;
    }
}
