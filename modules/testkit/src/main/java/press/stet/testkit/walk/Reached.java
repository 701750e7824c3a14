package press.stet.testkit.walk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import press.stet.model.Language;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.story.Edition;
import press.stet.model.story.Live;
import press.stet.model.story.Story;
import press.stet.model.story.Working;
import press.stet.testkit.rules.NewsroomInMemory;

/**
 * A command in a state: of the edition it is about, and of the original where it is about the whole story.
 *
 * @param state the working and the live side, or that there is none
 */
public record Reached(String state, String command) implements Comparable<Reached> {

    static Reached of(NewsroomInMemory newsroom, Arrival arrival) {
        Command command = arrival.dispatch().command();
        String name = command.getClass().getSimpleName();
        Story story = newsroom.story(arrival.dispatch().story());
        if (story == null) {
            return new Reached("no story", name);
        }
        Language language = command.language() == null ? story.original() : command.language();
        Edition edition = story.edition(language);
        return new Reached(
                edition == null
                        ? "no edition"
                        : side(edition.working().getClass()) + " × "
                                + side(edition.live().getClass()),
                name);
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
        for (Class<?> command : commands()) {
            states.forEach(state -> everything.add(new Reached(state, command.getSimpleName())));
        }
        // A story has its original from its first event on, and these two are about that.
        everything.remove(new Reached("no edition", Command.FileStory.class.getSimpleName()));
        for (Class<?> command : Command.OfTheStory.class.getPermittedSubclasses()) {
            everything.remove(new Reached("no edition", command.getSimpleName()));
        }
        return new TreeSet<>(everything);
    }

    /** Every command that there is. */
    private static List<Class<?>> commands() {
        List<Class<?>> commands = new ArrayList<>();
        for (Class<?> each : Command.class.getPermittedSubclasses()) {
            commands.addAll(each.isSealed() ? List.of(each.getPermittedSubclasses()) : List.of(each));
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
