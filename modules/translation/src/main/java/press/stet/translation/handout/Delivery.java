package press.stet.translation.handout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import press.stet.model.copy.Block;
import press.stet.model.copy.Copy;

/** Holds what came back against what was handed out, and makes the translation of it. */
public final class Delivery {

    private static final int LONGEST_QUOTE = 60;

    private final Handout handout;
    private final List<Problem> problems = new ArrayList<>();
    private final Map<String, Returned> returned = new HashMap<>();
    private final Map<String, Map<String, String>> texts = new HashMap<>();

    private Delivery(Handout handout) {
        this.handout = handout;
    }

    /**
     * The translation, every block with what it renders, and those that stood before with their ids. What it shares with its source it leaves to it, but for what
     * the translation that stands says of its own.
     *
     * @throws NotTaken if anything does not fit
     */
    public static Copy take(Handout handout, List<Returned> all) {
        Delivery delivery = new Delivery(handout);
        Sheet sheet = Sheet.of(handout);
        delivery.gather(all, sheet);
        sheet.units().forEach(delivery::check);
        if (!delivery.problems.isEmpty()) {
            throw new NotTaken(delivery.problems);
        }
        return delivery.copy(sheet);
    }

    private void gather(List<Returned> all, Sheet sheet) {
        Map<String, Unit> known = sheet.units().stream().collect(Collectors.toMap(Unit::id, unit -> unit));
        for (Returned unit : all) {
            if (!known.containsKey(unit.id())) {
                problem(
                        unit,
                        "is none of " + handout.source() + ", or of its translation into " + handout.into()
                                + "; take it out, or export anew");
            } else if (returned.putIfAbsent(unit.id(), unit) != null) {
                problem(unit, "stands twice; take one of them out");
            }
        }
    }

    private void check(Unit unit) {
        Returned back = returned.get(unit.id());
        if (back == null) {
            if (!unit.segments().isEmpty()) {
                problems.add(new Problem(
                        0, unit.id(), "is not in the file, but the " + unit.kind() + " is in the source; export anew"));
            }
            return;
        }
        Map<String, Returned.Text> came = new LinkedHashMap<>();
        back.texts().forEach(text -> came.putIfAbsent(text.id(), text));
        List<String> ids = unit.segments().stream().map(Segment::id).toList();
        if (!List.copyOf(came.keySet()).equals(ids) || back.texts().size() != ids.size()) {
            problem(
                    back,
                    "has the segments "
                            + back.texts().stream().map(Returned.Text::id).toList() + ", but " + ids
                            + " were handed out; segments are not split, merged or moved");
            return;
        }
        Map<String, String> taken = new LinkedHashMap<>();
        for (Segment segment : unit.segments()) {
            Returned.Text text = came.getOrDefault(segment.id(), new Returned.Text("", "", "", false, false));
            check(back, segment, text);
            taken.put(segment.id(), text.target().strip());
        }
        texts.put(unit.id(), taken);
    }

    private void check(Returned unit, Segment segment, Returned.Text text) {
        String which = "segment " + segment.id() + ": ";
        String target = text.target().strip();
        if (!asXmlReads(segment.source()).equals(asXmlReads(text.source()))) {
            problem(
                    unit,
                    which + "its source is " + quoted(text.source()) + ", but " + handout.source() + " says "
                            + quoted(segment.source()) + "; export anew");
        }
        if (text.markup()) {
            problem(unit, which + "tags stand in its target; write it as text, with the signs of Markdown");
        }
        if (target.isEmpty() && !segment.mayBeEmpty()) {
            problem(unit, which + "its target is empty; translate " + quoted(segment.source()));
        } else if (segment.state() == Segment.State.CHANGED
                && segment.isToDo()
                && !text.worked()
                && target.equals(segment.target().strip())) {
            problem(
                    unit,
                    which
                            + "its target is what it was before the source changed; put it right, or where it is right as it stands give its segment"
                            + " the state 'translated'");
        }
    }

    /** XML knows one line end. */
    private static String asXmlReads(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private void problem(Returned unit, String what) {
        problems.add(new Problem(unit.line(), unit.id(), what));
    }

    private static String quoted(String text) {
        String line = text.replace('\n', ' ');
        return "'"
                + (line.codePointCount(0, line.length()) <= LONGEST_QUOTE
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST_QUOTE)) + "…")
                + "'";
    }

    private Copy copy(Sheet sheet) {
        Copy own = handout.standing() == null ? null : handout.standing().copy();
        List<Block> body = new ArrayList<>();
        for (Unit unit : sheet.units()) {
            if (unit.block() != null) {
                body.add(Texts.in(unit.block(), texts.getOrDefault(unit.id(), Map.of())));
            }
        }
        return new Copy(
                handout.into(),
                line(Unit.HEADLINE),
                line(Unit.STANDFIRST),
                own == null ? List.of() : own.bylines(),
                own == null ? "" : own.dateline(),
                own == null ? null : own.section(),
                own == null ? List.of() : own.keywords(),
                own == null ? null : own.slug(),
                body);
    }

    private String line(String unit) {
        return texts.getOrDefault(unit, Map.of())
                .getOrDefault(Texts.TEXT, "")
                .lines()
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }
}
