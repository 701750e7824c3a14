package press.stet.model.ruling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.Alignment;
import press.stet.model.copy.BlockNames;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Right;
import press.stet.model.house.TranslationRule;
import press.stet.model.story.Edition;
import press.stet.model.story.Job;
import press.stet.model.story.Live;
import press.stet.model.story.Manuscript;
import press.stet.model.story.Stale;
import press.stet.model.story.Story;

/** How a story comes into another language. */
final class Translating {

    private Translating() {}

    static Decision request(Case at, Command.RequestTranslation request) {
        Source source = source(at.story(), request.from(), request.version());
        if (source == null) {
            return new Decision.Refuse(unknownSource(at, request.from(), request.version()));
        }
        Edition edition = at.story().edition(request.language());
        Refusal refusal = Case.firstOf(
                at.permission(Right.REQUEST_TRANSLATION, request.language()),
                translatable(at.story(), edition, request.language(), source),
                edition != null && edition.job() != null
                        ? Refusal.of(
                                Rule.OUT_OF_TURN,
                                "a translation into " + request.language() + " was asked for at "
                                        + edition.job().at() + " and has not come yet")
                        : null);
        return refusal == null
                ? Decision.accept(requested(request.language(), source, rule(at).due(at.now()), at.now(), at.house()))
                : new Decision.Refuse(refusal);
    }

    private static Event requested(
            Language language, Source source, @Nullable Instant due, Instant now, HouseRules house) {
        return new Event.TranslationRequested(
                language, source, due, house.deadlines().reminder(due, now));
    }

    private static TranslationRule rule(Case at) {
        return at.house().translations(at.story().sectionOf(at.story().original()));
    }

    /** What the house asks for when the story's original is approved, and is neither there nor asked for. */
    static List<Event> needed(Story story, Source approved, HouseRules house) {
        TranslationRule rule = house.translations(story.sectionOf(approved.language()));
        return rule.languages().stream()
                .sorted()
                .filter(language -> !language.equals(approved.language()) && isMissing(story.edition(language)))
                .limit(Story.MOST_LANGUAGES - story.editions().size())
                .<Event>map(language -> requested(language, approved, rule.due(story.at()), story.at(), house))
                .toList();
    }

    private static boolean isMissing(@Nullable Edition edition) {
        return edition == null || (edition.current() == null && edition.job() == null);
    }

    static Decision deliver(Case at, Command.DeliverTranslation deliver) {
        Story story = at.story();
        Edition edition = story.edition(deliver.language());
        Job job = edition == null ? null : edition.job();
        Source source = source(story, job, deliver);
        if (source == null) {
            return new Decision.Refuse(unknownSource(at, from(job, deliver), deliver.version()));
        }
        Refusal refusal = Case.firstOf(
                at.permission(Right.DELIVER, deliver.language()),
                at.permission(Right.DELIVER, at.section(deliver.copy(), source), deliver.language()),
                translatable(story, edition, deliver.language(), source),
                base(edition, deliver.basedOn()),
                edition == null ? null : Filing.room(edition));
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        return delivered(at, edition, deliver, source);
    }

    private static Decision delivered(
            Case at, @Nullable Edition edition, Command.DeliverTranslation deliver, Source source) {
        Version version = edition == null ? Version.FIRST : Filing.next(edition);
        Version basedOn = deliver.basedOn();
        Stamp current = edition == null ? null : edition.current();
        Copy before = basedOn == null ? null : at.text(deliver.language(), basedOn);
        boolean madeAnew = current != null && !isFrom(source.language(), current);
        Copy named = BlockNames.name(deliver.copy(), before == null || !madeAnew ? before : forgotten(before), version);
        Copy copy = aligned(at, named, source);
        Refusal refusal = Filing.fit(copy);
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Stamp stamp = Stamp.of(version, basedOn, source, copy);
        if (current != null && stamp.saysTheSameAs(current) && source.equals(current.source())) {
            return Decision.refuse(
                    Rule.NOTHING_CHANGED, "this says exactly what version " + current.version() + " says");
        }
        List<Event> events = new ArrayList<>();
        if (edition == null || edition.job() == null) {
            events.add(new Event.TranslationRequested(deliver.language(), source));
        }
        if (edition != null) {
            events.addAll(Filing.voided(edition));
        }
        events.add(new Event.TranslationDelivered(deliver.language(), stamp, Alignment.unaligned(copy)));
        return Decision.accept(events, new Decision.NewText(stamp, copy));
    }

    /** The copy with what its blocks render told wherever that can be, where it is a translation. */
    static Copy aligned(Case at, Copy copy, @Nullable Source source) {
        Copy from = source == null ? null : at.text(source.language(), source.version());
        return from == null ? copy : Alignment.align(copy, from);
    }

    private static boolean isFrom(Language language, Stamp stamp) {
        return stamp.source() != null && stamp.source().language().equals(language);
    }

    /** The blocks of one source say nothing of another's. */
    private static Copy forgotten(Copy copy) {
        return copy.withBody(
                copy.body().stream().map(block -> block.as(block.id(), null)).toList());
    }

    /** What the job handed out, where the delivery does not say otherwise. */
    private static @Nullable Source source(Story story, @Nullable Job job, Command.DeliverTranslation deliver) {
        Language from = from(job, deliver);
        return job != null && job.source().language().equals(from) && deliver.version() == null
                ? job.source()
                : source(story, from, deliver.version());
    }

    private static @Nullable Language from(@Nullable Job job, Command.DeliverTranslation deliver) {
        return deliver.from() != null || job == null
                ? deliver.from()
                : job.source().language();
    }

    /** The version named, else the live one, else the one in hand; null if there is none such. */
    private static @Nullable Source source(Story story, @Nullable Language from, @Nullable Version version) {
        Language language = from == null ? story.original() : from;
        Edition edition = story.edition(language);
        if (edition == null || (version != null && version.number() > edition.versions())) {
            return null;
        }
        if (version != null) {
            return new Source(language, version);
        }
        if (edition.live() instanceof Live.Published published) {
            return new Source(language, published.version());
        }
        Stamp current = edition.current();
        return current == null ? null : new Source(language, current.version());
    }

    private static Refusal unknownSource(Case at, @Nullable Language from, @Nullable Version version) {
        Language language = from == null ? at.story().original() : from;
        return Refusal.of(
                Rule.UNKNOWN_VERSION,
                "story " + at.story().id() + " has no " + (version == null ? "copy" : "version " + version) + " in "
                        + language + " to translate from");
    }

    static Decision assign(Case at, Command.AssignTranslation assign) {
        Edition edition = at.story().edition(assign.language());
        if (edition == null || edition.job() == null) {
            return Decision.refuse(
                    Rule.OUT_OF_TURN, "no translation into " + assign.language() + " is asked for; request it first");
        }
        boolean takesItUp = at.actor().equals(assign.to());
        Refusal refusal = Case.firstOf(
                at.permission(takesItUp ? Right.DELIVER : Right.REQUEST_TRANSLATION, assign.language()),
                able(at, assign.to(), assign.language()),
                at.toCome(assign.due()));
        return refusal == null
                ? Decision.accept(new Event.TranslationAssigned(
                        assign.language(), assign.to(), assign.due(), at.reminder(assign.due())))
                : new Decision.Refuse(refusal);
    }

    private static @Nullable Refusal able(Case at, @Nullable Person to, Language language) {
        return to == null
                ? null
                : Case.firstOf(
                        Steering.known(at, to),
                        Case.permission(at.staff(), to, Right.DELIVER, at.section(language), language));
    }

    static Decision confirm(Case at, Command.ConfirmTranslation confirm) {
        Edition edition = at.story().edition(confirm.language());
        if (edition == null) {
            return Reviewing.unknown(at, confirm.language());
        }
        Stale stale = edition.stale();
        if (stale == null) {
            return Reviewing.outOfTurn(edition, "it has seen everything that readers see of its source");
        }
        if (stale.blocks().isEmpty()) {
            return Reviewing.outOfTurn(
                    edition,
                    "what it has not seen, its source " + stale.source().language() + " has not seen either");
        }
        Source source = new Source(stale.source().language(), confirm.source());
        Edition from = at.story().edition(source.language());
        Stamp shown = from == null ? null : from.shown();
        Refusal refusal = Case.firstOf(
                at.permission(Right.DELIVER, confirm.language()),
                shown != null && shown.version().equals(source.version())
                        ? null
                        : Refusal.of(
                                Rule.EXPECTED_VERSION,
                                "this was decided on " + source + ", but readers see version "
                                        + (shown == null ? "none" : shown.version())),
                stillComplete(at, edition, source));
        return refusal == null
                ? Decision.accept(new Event.TranslationConfirmed(confirm.language(), source))
                : new Decision.Refuse(refusal);
    }

    /** What readers see of it takes facts of its source, and must have them of this version too. */
    private static @Nullable Refusal stillComplete(Case at, Edition edition, Source source) {
        return edition.live() instanceof Live.Published live
                ? Reviewing.complete(at, edition, at.text(edition.language(), live.version()), source)
                : null;
    }

    static Decision cancel(Case at, Command.CancelTranslation cancel) {
        Edition edition = at.story().edition(cancel.language());
        Refusal refusal = Case.firstOf(
                at.permission(Right.REQUEST_TRANSLATION, cancel.language()),
                edition == null || edition.job() == null
                        ? Refusal.of(Rule.OUT_OF_TURN, "no translation into " + cancel.language() + " is asked for")
                        : null);
        return refusal == null
                ? Decision.accept(new Event.TranslationCancelled(cancel.language()))
                : new Decision.Refuse(refusal);
    }

    /** The end of everything that was asked for and has not come. */
    static List<Event> cancelled(Story story) {
        return story.editions().values().stream()
                .filter(edition -> edition.job() != null)
                .<Event>map(edition -> new Event.TranslationCancelled(edition.language()))
                .toList();
    }

    static @Nullable Refusal roomForALanguage(Story story) {
        return story.editions().size() < Story.MOST_LANGUAGES
                ? null
                : Refusal.of(Rule.LIMIT, "a story has at most " + Story.MOST_LANGUAGES + " languages");
    }

    private static @Nullable Refusal translatable(
            Story story, @Nullable Edition edition, Language into, Source source) {
        if (source.language().equals(into)) {
            return Refusal.of(Rule.OUT_OF_TURN, "a translation into " + into + " is not made from " + into);
        }
        if (edition != null && edition.current() != null && !edition.isTranslation()) {
            return Refusal.of(Rule.OUT_OF_TURN, "the " + into + " edition is an original, not a translation");
        }
        if (goesBackTo(into, source.language(), story, new HashSet<>())) {
            return Refusal.of(
                    Rule.OUT_OF_TURN,
                    "a translation into " + into + " is not made from " + source.language() + ", which goes back to "
                            + into);
        }
        return edition == null ? roomForALanguage(story) : null;
    }

    /** Whether an edition is made, or asked for, from another, or from what is made from that. */
    private static boolean goesBackTo(Language source, Language language, Story story, Set<Language> asked) {
        Edition edition = story.edition(language);
        return edition != null
                && asked.add(language)
                && sources(edition).anyMatch(each -> each.equals(source) || goesBackTo(source, each, story, asked));
    }

    private static Stream<Language> sources(Edition edition) {
        Job job = edition.job();
        Stream<Source> stamped = Stream.of(edition.current(), edition.shown())
                .flatMap(Stream::ofNullable)
                .map(Stamp::source)
                .flatMap(Stream::ofNullable);
        return Stream.concat(stamped, job == null ? Stream.of() : Stream.of(job.source()))
                .map(Source::language);
    }

    /** A delivery replaces what is in hand, else what readers see, and says so; else it replaces nothing. */
    private static @Nullable Refusal base(@Nullable Edition edition, @Nullable Version basedOn) {
        Manuscript inHand = edition == null ? null : edition.working().manuscript();
        if (inHand != null) {
            return basedOn != null
                    ? Reviewing.expected(inHand, basedOn)
                    : Refusal.of(
                            Rule.EXPECTED_VERSION,
                            "version " + inHand.version() + " is in hand, sent by " + inHand.writer() + " at "
                                    + inHand.at() + "; say that the delivery replaces it");
        }
        Stamp shown = edition == null ? null : edition.shown();
        if (basedOn == null) {
            return edition == null ? null : Reviewing.behindLive(edition, null);
        }
        return shown != null && shown.version().equals(basedOn)
                ? null
                : Refusal.of(
                        Rule.EXPECTED_VERSION,
                        "this was made from version " + basedOn
                                + (shown == null
                                        ? ", which there is none of"
                                        : ", but readers see version " + shown.version()));
    }
}
