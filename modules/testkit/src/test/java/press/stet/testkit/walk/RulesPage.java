package press.stet.testkit.walk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import press.stet.model.event.Event;
import press.stet.model.ruling.Rule;
import press.stet.model.story.Live;
import press.stet.model.story.Working;
import press.stet.testkit.guarantee.Guarantee;
import press.stet.testkit.walk.Seen.Answers;
import press.stet.testkit.walk.Seen.Change;
import press.stet.testkit.walk.Seen.Side;

/** Makes {@code docs/rules.md} of what was seen of the rules at work; the words are those of the model's Javadoc. */
final class RulesPage {

    static final String COMMAND = "mvn -q test -pl modules/testkit -am -Dtest=RuleBookTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dstet.write=true";

    private static final String HEAD = """
        # The rule book

        <!-- Made from what the rules in modules/model were seen to do. Change those, then run:
             {command} -->

        What can be asked of a story, what follows, and by which rule it can be refused instead, in each state that an edition can be in.
        Nothing on this page was written by hand: it is what was seen when the rules were asked, and the build fails where it is not
        what they do.

        It was seen in two ways. {walks} crowds of ten people each did a hundred things at random, with stories in four languages, in a
        house that changed its rules and its staff meanwhile. And a small story, in two languages and in the hands of three people, was
        taken every way there is:

        {explorations}

        After every step all [guarantees](#what-holds-whatever-happens) held. Every command came in in every state.

        An edition has two sides that move independently: what is in hand, and what readers see.

        ## What is in hand

        ```mermaid
        stateDiagram-v2
        {working}
        ```

        ## What readers see

        ```mermaid
        stateDiagram-v2
        {live}
        ```

        ## What holds whatever happens

        {guarantees}

        ## What is asked of every command first

        {first}

        ## What follows of each command

        In bold what always follows where the command is accepted; the rules are those that can refuse it beside the ones above.
        """;

    /** Asked of a command before anything that is said of a state, or whoever sends it and in whatever state. */
    private static final Set<Rule> OF_EVERY_COMMAND = EnumSet.of(
            Rule.NOT_PROVEN,
            Rule.WRONG_TOPIC,
            Rule.TOO_OLD,
            Rule.FROM_THE_FUTURE,
            Rule.REPEATED,
            Rule.TOO_LARGE,
            Rule.UNKNOWN_STORY,
            Rule.KILLED,
            Rule.SPIKED,
            Rule.UNKNOWN_SITE,
            Rule.UNKNOWN_LANGUAGE,
            Rule.UNKNOWN_PERSON,
            Rule.PERMISSION);

    private static final Pattern DOCUMENTED =
            Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:record )?([A-Za-z_]+)\\s*[(,;}]", Pattern.DOTALL);

    /** What stands between the two sides of a state. */
    private static final String SIDES = " × ";

    private static final Map<String, String> IN_HAND = Map.of("None", "nothing", "InReview", "in review");
    private static final Map<String, String> TO_READERS = Map.of("Unpublished", "not public", "Published", "live");

    private final Seen seen;
    private final Map<String, String> words = new HashMap<>();
    private final List<String> events = leaves(Event.class);

    private RulesPage(Seen seen, Path model) throws IOException {
        this.seen = seen;
        for (String file : List.of("command/Command", "event/Event", "ruling/Rule", "story/Due")) {
            words.putAll(words(Files.readString(model.resolve(file + ".java"))));
        }
    }

    static String of(Seen seen, Map<String, Exploration> explorations, int walks, Path model) throws IOException {
        RulesPage page = new RulesPage(seen, model);
        StringBuilder text = new StringBuilder(HEAD.replace("{command}", COMMAND)
                .replace("{explorations}", explored(explorations))
                .replace("{guarantees}", guarantees())
                .replace("{walks}", number(walks))
                .replace("{working}", page.diagram(Side.WORKING))
                .replace("{live}", page.diagram(Side.LIVE))
                .replace("{first}", page.rules(OF_EVERY_COMMAND)));
        page.commands(text);
        return text.append(failures()).toString();
    }

    private static String explored(Map<String, Exploration> explorations) {
        StringBuilder table = new StringBuilder(
                "| from | steps | different states | steps that changed something | commands that were refused |\n|---|---|---|---|---|\n");
        explorations.forEach((from, each) -> table.append("| %s | %s | %s | %s | %s |\n"
                .formatted(
                        from,
                        number(each.depth()),
                        number(each.states()),
                        number(each.transitions()),
                        number(each.refusals()))));
        return table.toString().stripTrailing();
    }

    private static String failures() {
        return KnownFailure.ALL.stream()
                .map(failure -> "| " + failure.what() + " | "
                        + failure.tests().stream().map(Object::toString).collect(Collectors.joining(", ")) + " |\n")
                .collect(Collectors.joining(
                        "", "\n## What other systems get wrong\n\n| failure | ruled out by |\n|---|---|\n", ""));
    }

    private static String guarantees() {
        return Guarantee.ALL.stream()
                .map(guarantee -> "1. " + guarantee.promise())
                .collect(Collectors.joining("\n"));
    }

    private static String number(long many) {
        return String.format(Locale.ROOT, "%,d", many);
    }

    /** Its comment's first words, up to where parameters are told. */
    private static Map<String, String> words(String source) {
        Map<String, String> words = new HashMap<>();
        Matcher documented = DOCUMENTED.matcher(source);
        while (documented.find()) {
            String comment = documented.group(1).replaceAll("(?m)^\\s*\\*", "").replaceFirst("(?s)@param.*", "");
            words.put(
                    documented.group(2),
                    comment.replaceAll("\\{@\\w+ ([^}]*)}", "$1")
                            .replaceAll("\\s+", " ")
                            .trim());
        }
        return words;
    }

    /** The kinds there are, in the order in which they are written down. */
    private static List<String> leaves(Class<?> sealed) {
        return Stream.of(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? leaves(each).stream() : Stream.of(each.getSimpleName()))
                .distinct()
                .toList();
    }

    private String diagram(Side side) {
        Map<String, Set<String>> arrows = new LinkedHashMap<>();
        for (Change change : seen.changes()) {
            if (change.side() == side) {
                String from = change.from().isEmpty() ? "[*]" : change.from();
                arrows.computeIfAbsent(from + " --> " + change.to(), _ -> new LinkedHashSet<>())
                        .add(change.event());
            }
        }
        return arrows.entrySet().stream()
                .map(arrow -> "    " + arrow.getKey() + ": " + inOrder(arrow.getValue(), ", "))
                .collect(Collectors.joining("\n"));
    }

    private String rules(Collection<Rule> rules) {
        return rules.stream()
                .map(rule -> "- `" + rule.key() + "`: " + words.get(rule.name()))
                .collect(Collectors.joining("\n"));
    }

    private void commands(StringBuilder text) {
        Map<String, Map<String, Answers>> byCommand = new LinkedHashMap<>();
        SortedMap<Reached, Answers> answers = seen.answers();
        Reached.commands().forEach(command -> byCommand.put(command, new LinkedHashMap<>()));
        answers.forEach((reached, each) -> byCommand
                .computeIfAbsent(reached.command(), _ -> new LinkedHashMap<>())
                .put(reached.state(), each));
        byCommand.forEach((command, states) -> {
            String word = command.startsWith(Reached.DUE)
                    ? command.substring(Reached.DUE.length()).toUpperCase(Locale.ROOT)
                    : command;
            text.append("\n### ").append(command).append("\n\n");
            text.append(words.get(word)).append("\n\n");
            text.append("| in hand | readers see | what follows | or refused by |\n|---|---|---|---|\n");
            rows(states).forEach(text::append);
        });
    }

    /** One for each side in hand, or several that are alike; the other side stands apart where it decides what is accepted. */
    private List<String> rows(Map<String, Answers> states) {
        Map<Row, Answers> answers = new LinkedHashMap<>();
        for (String state : states()) {
            Answers each = states.getOrDefault(state, Answers.NONE);
            String working = working(state);
            List<String> live = live(state, states, each.accepts());
            if (each.accepts() || !refused(each).isEmpty()) {
                answers.merge(new Row(working, live), each, Answers::and);
            }
        }
        Map<String, List<String>> alike = new LinkedHashMap<>();
        answers.forEach((row, each) -> alike.computeIfAbsent(
                        told(row.live(), TO_READERS) + " | " + follows(each) + " | " + refused(each),
                        _ -> new ArrayList<>())
                .add(row.working()));
        List<String> rows = new ArrayList<>();
        alike.forEach((answer, working) -> rows.add("| " + told(working, IN_HAND) + " | " + answer + " |\n"));
        return rows;
    }

    private record Row(String working, List<String> live) {}

    /** The live sides with which the same side in hand is answered like this: accepted, or never. */
    private List<String> live(String like, Map<String, Answers> states, boolean accepted) {
        String working = working(like);
        return states().stream()
                .filter(state -> state.startsWith(working + SIDES))
                .filter(state -> {
                    Answers each = states.getOrDefault(state, Answers.NONE);
                    return each.accepts() == accepted
                            && (accepted || !refused(each).isEmpty());
                })
                .map(state -> state.substring(working(state).length() + SIDES.length()))
                .toList();
    }

    private static String working(String state) {
        int end = state.indexOf(SIDES);
        return end < 0 ? state : state.substring(0, end);
    }

    private static String told(Collection<String> sides, Map<String, String> names) {
        return sides.stream()
                .map(side -> names.getOrDefault(side, side.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
    }

    private String follows(Answers each) {
        if (!each.accepts()) {
            return "nothing";
        }
        Set<String> perhaps = new LinkedHashSet<>(each.ever());
        perhaps.removeAll(each.always());
        String always = "**" + inOrder(each.always(), "**, **") + "**";
        String more = perhaps.isEmpty() ? "" : "perhaps " + inOrder(perhaps, ", ");
        return each.always().isEmpty() ? more : more.isEmpty() ? always : always + "; " + more;
    }

    private String refused(Answers each) {
        return each.refused().stream()
                .filter(rule -> !OF_EVERY_COMMAND.contains(rule))
                .map(rule -> "`" + rule.key() + "`")
                .collect(Collectors.joining(", "));
    }

    private String inOrder(Collection<String> names, String between) {
        return names.stream()
                .sorted((one, other) -> Integer.compare(events.indexOf(one), events.indexOf(other)))
                .collect(Collectors.joining(between));
    }

    private static List<String> states() {
        List<String> states = new ArrayList<>(List.of("no story", "no edition"));
        Function<Class<?>, List<String>> names = side -> Arrays.stream(side.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .toList();
        names.apply(Working.class)
                .forEach(working -> names.apply(Live.class).forEach(live -> states.add(working + SIDES + live)));
        return states;
    }
}
