package press.stet.newsroom.record;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.contract.history.Chain;
import press.stet.contract.history.Verdict;
import press.stet.contract.message.MessageCodec;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.CanonicalForm;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Stamp;
import press.stet.model.event.Entry;

/**
 * Examines a story's history: that each event is the one that the next was sealed onto, that what is shown of it is what it says, that
 * none is missing, and that the text of each version is the one that its event names.
 */
public final class Examiner {

    private final MessageCodec codec;
    private final Texts texts;

    /** Where texts are looked up. */
    @FunctionalInterface
    public interface Texts {
        /** The text of a version; null where it is not there. */
        @Nullable Copy of(Language language, Version version);
    }

    public Examiner(MessageCodec codec, Texts texts) {
        this.codec = codec;
        this.texts = texts;
    }

    /** What was found of the texts so far. */
    private static final class Reading {
        private int found;
        private final List<String> missing = new ArrayList<>();
    }

    /**
     * Examines all of it, up to the first fault.
     *
     * @param events how many the story is said to have had
     * @throws press.stet.contract.message.MissingUpgrade if a newer build wrote one of them: this build cannot tell
     */
    public Finding examine(List<Kept> history, long events) {
        Verdict verdict =
                new Chain(codec).verify(history.stream().map(Kept::value).toList());
        return switch (verdict) {
            case Verdict.Broken broken ->
                new Finding(history.size(), null, 0, List.of(), new Finding.Fault(broken.sequence(), broken.why()));
            case Verdict.Intact intact -> examine(history, events, intact);
        };
    }

    private Finding examine(List<Kept> history, long events, Verdict.Intact chain) {
        Reading reading = new Reading();
        Finding.Fault fault = null;
        for (Kept kept : history) {
            fault = fault == null ? fault(kept, reading) : fault;
        }
        if (fault == null && chain.events() != events) {
            fault = new Finding.Fault(
                    chain.events() + 1,
                    "the story has had " + events + " events, and " + chain.events() + " are there");
        }
        return new Finding(chain.events(), chain.last(), reading.found, reading.missing, fault);
    }

    private Finding.@Nullable Fault fault(Kept kept, Reading reading) {
        Entry entry = codec.decodeEvent(kept.value()).entry();
        String why = shown(kept, entry);
        Stamp stamp = entry.event().stamp();
        Language language = entry.event().language();
        if (why == null && stamp != null && language != null) {
            why = text(language, stamp, reading);
        }
        return why == null ? null : new Finding.Fault(kept.sequence(), why);
    }

    private static @Nullable String shown(Kept kept, Entry entry) {
        String name = entry.event().getClass().getSimpleName();
        boolean same = kept.sequence() == entry.sequence()
                && kept.at().equals(entry.at())
                && kept.actor().equals(entry.actor().account())
                && kept.tool().equals(entry.tool())
                && kept.event().equals(name);
        return same
                ? null
                : "the newsroom view shows " + kept.event() + " by " + kept.actor() + " with " + kept.tool() + " at "
                        + kept.at() + ", and the event says " + name + " by " + entry.actor() + " with "
                        + entry.tool() + " at " + entry.at();
    }

    private @Nullable String text(Language language, Stamp stamp, Reading reading) {
        Copy copy = texts.of(language, stamp.version());
        if (copy == null) {
            reading.missing.add(language + "@" + stamp.version());
            return null;
        }
        Digest digest = CanonicalForm.digest(copy);
        if (digest.equals(stamp.digest())) {
            reading.found++;
            return null;
        }
        return "the text of " + language + "@" + stamp.version() + " has the digest " + digest
                + ", and the event names " + stamp.digest() + ": the text is not the one that was sent";
    }
}
