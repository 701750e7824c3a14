package press.stet.ops.whatif;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.archive.newsroom.Wording;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.Version;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Ruling;
import press.stet.model.ruling.Texts;
import press.stet.model.story.BrokenHistory;
import press.stet.model.story.Due;
import press.stet.model.story.Story;
import press.stet.ops.house.HouseLog;

/**
 * Asks a ruling again: first under the rules of its time, which must give what was decided then, and only where it does under the others.
 */
final class Question {

    private static final String NO_COMMAND = "its events do not say what was asked, or its copy is not there any more";
    private static final String OTHER_TODAY =
            "this build, or another order of commands, decides otherwise under the rules of" + " its own time too";
    private static final String NO_HOUSE = "the house rules or the staff list of its time are not there";

    /** These are asked before the house is. */
    private static final Set<Rule> BEFORE_THE_HOUSE =
            Set.of(Rule.NOT_PROVEN, Rule.WRONG_TOPIC, Rule.TOO_OLD, Rule.FROM_THE_FUTURE, Rule.REPEATED);

    private final HouseLog house;
    private final Function<Site, @Nullable HouseRules> others;

    /**
     * Asks.
     *
     * @param others the other rules of a site; null where they say nothing of it
     */
    Question(HouseLog house, Function<Site, @Nullable HouseRules> others) {
        this.house = house;
        this.others = others;
    }

    /** Of a ruling that accepted. */
    Asked accepted(@Nullable Story before, List<Entry> ruling, Texts texts) {
        Entry first = ruling.getFirst();
        List<Event> events = ruling.stream().map(Entry::event).toList();
        Reconstruction asked = new Reconstruction(before, events, texts);
        Optional<Command> command = asked.isDue() ? Optional.empty() : asked.command();
        String what = command.map(Question::named).orElse(named(first.event()));
        String was = "accepted: " + words(events);
        Story story = before;
        Asker asker;
        if (asked.isDue() && story != null) {
            asker = circumstances -> due(story, first, circumstances);
        } else if (command.isPresent()) {
            Dispatch dispatch = new Dispatch(first.cause(), first.story(), first.actor(), first.tool(), command.get());
            asker = circumstances -> Editor.rule(before, arrival(dispatch, first.at()), circumstances);
        } else {
            return told(first, what, was, new Asked.Answer.Unknown(NO_COMMAND));
        }
        Site site = site(before, events);
        Asked.Answer answer = answer(
                asker,
                atHand(before, texts),
                site,
                first.at(),
                first.houseRules(),
                first.staff(),
                now -> isSame(now, events));
        return told(first, what, was, answer);
    }

    /** Of a ruling that refused. */
    Asked refused(@Nullable Story story, RefusedCommand refused, Texts texts) {
        Dispatch dispatch = refused.dispatch();
        Rule rule = refused.refusal().rule();
        Site site = story != null
                ? story.site()
                : dispatch.command() instanceof Command.FileStory filing ? filing.site() : null;
        Asked.Answer answer = BEFORE_THE_HOUSE.contains(rule) || site == null
                ? new Asked.Answer.NoMatter()
                : answer(
                        circumstances -> Editor.rule(story, arrival(dispatch, refused.at()), circumstances),
                        atHand(story, texts),
                        site,
                        refused.at(),
                        refused.houseRules(),
                        refused.staff(),
                        now -> now instanceof Ruling.Refused again
                                && again.refused().refusal().rule() == rule);
        return new Asked(
                dispatch.story(),
                dispatch.command().language(),
                refused.at(),
                dispatch.actor(),
                named(dispatch.command()),
                0,
                "refused by " + rule.key(),
                answer);
    }

    /** Has something ruled on under some circumstances. */
    private interface Asker {
        Ruling rule(Circumstances circumstances);
    }

    /** Whether a ruling is what was decided. */
    private interface Comparing {
        boolean isSame(Ruling ruling);
    }

    private Asked.Answer answer(
            Asker asker, Texts texts, @Nullable Site site, Instant at, int rules, int staffVersion, Comparing was) {
        Staff staff = house.staff(staffVersion);
        HouseRules then = site == null ? null : house.rules(site, rules, at);
        if (staff == null || site == null || (then == null && rules != 0)) {
            return new Asked.Answer.Unknown(NO_HOUSE);
        }
        HouseRules other = others.apply(site);
        if (other == null) {
            return new Asked.Answer.NoMatter();
        }
        try {
            if (!was.isSame(asker.rule(new Circumstances(_ -> then, staff, texts, null)))) {
                return new Asked.Answer.Unknown(OTHER_TODAY);
            }
        } catch (BrokenHistory | IllegalArgumentException | IllegalStateException stumble) {
            return new Asked.Answer.Unknown(OTHER_TODAY);
        }
        Ruling now = asker.rule(new Circumstances(_ -> other, staff, texts, null));
        return was.isSame(now) ? new Asked.Answer.Same() : new Asked.Answer.Otherwise(told(now));
    }

    private static Ruling due(Story story, Entry first, Circumstances circumstances) {
        Due due = story.due().stream()
                .filter(each -> each.language().equals(first.event().language()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the story waits for nothing"));
        return Editor.due(story, due, first.at(), circumstances);
    }

    private static Arrival arrival(Dispatch dispatch, Instant at) {
        return new Arrival(dispatch, dispatch.command().channel(), at, new Proof.TheirWord());
    }

    /** The workflow has no others. */
    private static Texts atHand(@Nullable Story story, Texts all) {
        return new Texts() {
            @Override
            public @Nullable Copy find(Language language, Version version) {
                return story != null && story.textsAtHand().contains(new Source(language, version))
                        ? all.find(language, version)
                        : null;
            }
        };
    }

    private static @Nullable Site site(@Nullable Story before, List<Event> events) {
        if (before != null) {
            return before.site();
        }
        return events.getFirst() instanceof Event.StoryFiled filed ? filed.site() : null;
    }

    private static boolean isSame(Ruling ruling, List<Event> events) {
        return ruling instanceof Ruling.Accepted accepted
                && accepted.entries().stream().map(Entry::event).toList().equals(events);
    }

    private static String told(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Accepted accepted ->
                "accepted: "
                        + words(accepted.entries().stream().map(Entry::event).toList());
            case Ruling.Refused refused ->
                "refused by " + refused.refused().refusal().rule().key() + ": "
                        + refused.refused().refusal().reason();
        };
    }

    private static Asked told(Entry first, String what, String was, Asked.Answer answer) {
        return new Asked(
                first.story(),
                first.event().language(),
                first.at(),
                first.actor(),
                what,
                first.sequence(),
                was,
                answer);
    }

    private static String words(List<Event> events) {
        return events.stream().map(Wording::what).collect(Collectors.joining("; "));
    }

    private static String named(Object said) {
        return said.getClass().getSimpleName();
    }
}
