package press.stet.model.ruling;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.command.Command;
import press.stet.model.copy.Alignment;
import press.stet.model.copy.BlockNames;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Event;
import press.stet.model.house.Right;
import press.stet.model.story.Edition;
import press.stet.model.story.Job;
import press.stet.model.story.Live;
import press.stet.model.story.Manuscript;
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
                at.permission(Right.REQUEST_TRANSLATION, section(at, edition, request.language()), request.language()),
                translatable(at.story(), edition, request.language(), source),
                edition != null && edition.job() != null
                        ? Refusal.of(
                                Rule.OUT_OF_TURN,
                                "a translation into " + request.language() + " was asked for at "
                                        + edition.job().at() + " and has not come yet")
                        : null);
        return refusal == null
                ? Decision.accept(new Event.TranslationRequested(request.language(), source))
                : new Decision.Refuse(refusal);
    }

    static Decision deliver(Case at, Command.DeliverTranslation deliver) {
        Story story = at.story();
        Edition edition = story.edition(deliver.language());
        Source source = handedOut(deliver, edition);
        if (source == null) {
            source = source(story, deliver.from(), deliver.version());
        }
        if (source == null) {
            return new Decision.Refuse(unknownSource(at, deliver.from(), deliver.version()));
        }
        Refusal refusal = Case.firstOf(
                at.permission(Right.DELIVER, section(at, edition, deliver.language()), deliver.language()),
                translatable(story, edition, deliver.language(), source),
                edition == null ? null : base(edition, deliver.basedOn()),
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
        Copy before = basedOn == null ? null : at.text(deliver.language(), basedOn);
        Copy from = at.text(source.language(), source.version());
        Copy named = BlockNames.name(deliver.copy(), before, version);
        Copy copy = from == null ? named : Alignment.align(named, from);
        Refusal refusal = Filing.fit(copy);
        if (refusal != null) {
            return new Decision.Refuse(refusal);
        }
        Stamp stamp = Stamp.of(version, basedOn, source, copy);
        Stamp current = edition == null ? null : edition.current();
        if (current != null && current.digest().equals(stamp.digest()) && source.equals(current.source())) {
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

    /** What the job handed out, where the delivery does not say otherwise. */
    private static @Nullable Source handedOut(Command.DeliverTranslation deliver, @Nullable Edition edition) {
        Job job = edition == null ? null : edition.job();
        boolean silent = deliver.version() == null
                && (deliver.from() == null
                        || (job != null && job.source().language().equals(deliver.from())));
        return silent && job != null ? job.source() : null;
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

    private static @Nullable Refusal translatable(
            Story story, @Nullable Edition edition, Language into, Source source) {
        if (source.language().equals(into)) {
            return Refusal.of(Rule.OUT_OF_TURN, "a translation into " + into + " is not made from " + into);
        }
        if (edition != null && !edition.isTranslation()) {
            return Refusal.of(Rule.OUT_OF_TURN, "the " + into + " edition is an original, not a translation");
        }
        return edition == null && story.editions().size() >= Story.MOST_LANGUAGES
                ? Refusal.of(Rule.LIMIT, "a story has at most " + Story.MOST_LANGUAGES + " languages")
                : null;
    }

    private static @Nullable Refusal base(Edition edition, @Nullable Version basedOn) {
        Manuscript inHand = edition.working().manuscript();
        Stamp shown = edition.shown();
        if (inHand != null) {
            return basedOn != null
                    ? Reviewing.expected(inHand, basedOn)
                    : Refusal.of(
                            Rule.EXPECTED_VERSION,
                            "version " + inHand.version() + " is in hand, sent by " + inHand.writer() + " at "
                                    + inHand.at() + "; say that the delivery replaces it");
        }
        return basedOn == null || (shown != null && shown.version().equals(basedOn))
                ? null
                : Refusal.of(
                        Rule.EXPECTED_VERSION,
                        "this was made from version " + basedOn
                                + (shown == null
                                        ? ", which there is none of"
                                        : ", but readers see version " + shown.version()));
    }

    private static @Nullable Section section(Case at, @Nullable Edition edition, Language language) {
        return at.story().sectionOf(edition == null ? at.story().original() : language);
    }
}
