package press.stet.model.ruling;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules by which a command is refused. Their keys are public: tools and people act on them. */
public enum Rule {
    /** Nothing that the house trusts says that the actor sent the command. */
    NOT_PROVEN,
    /** The command came in by a topic that its kind does not belong to. */
    WRONG_TOPIC,
    /** The command's id is older than the newsroom remembers outcomes. */
    TOO_OLD,
    /** The command's id is from a time that has not come. */
    FROM_THE_FUTURE,
    /** The same command was ruled on before; that outcome stands. */
    REPEATED,
    /** The copy is larger than the newsroom takes. */
    TOO_LARGE,
    /** There is no such story. */
    UNKNOWN_STORY,
    /** The story has no edition in this language. */
    UNKNOWN_EDITION,
    /** The edition has no such version to work from. */
    UNKNOWN_VERSION,
    /** The version has no such block. */
    UNKNOWN_BLOCK,
    /** The edition has no such note, or it was resolved. */
    UNKNOWN_NOTE,
    /** There is a story of this id already. */
    STORY_EXISTS,
    /** The story was killed: nothing more happens to it. */
    KILLED,
    /** The house has no rules for this site. */
    UNKNOWN_SITE,
    /** The site is not published in this language. */
    UNKNOWN_LANGUAGE,
    /** The staff list does not name the actor. */
    UNKNOWN_PERSON,
    /** The actor's roles do not allow this here. */
    PERMISSION,
    /** The story was spiked: it is restored before anything else happens to it. */
    SPIKED,
    /** The story is held: nothing of it is submitted, approved or published. */
    HELD,
    /** The story may not be public yet. */
    EMBARGO,
    /** Readers see the story: it is too late for that. */
    ALREADY_PUBLIC,
    /** The edition is not in a state in which this can be done. */
    OUT_OF_TURN,
    /** The command was decided on another version than the one at hand. */
    EXPECTED_VERSION,
    /** What readers see has changed since the version was begun, and it has not taken that up. */
    BEHIND_LIVE,
    /** Work in hand cannot be set aside. */
    SET_ASIDE,
    /** The new copy says exactly what the version before says. */
    NOTHING_CHANGED,
    /** The approval was given for another text. */
    APPROVAL,
    /** Nobody approves an edition that they contributed to. */
    FOUR_EYES,
    /** A note stands against it that is to be resolved first. */
    OPEN_NOTES,
    /** The house asks for checks that the version does not have, or does not ask for this one. */
    CHECKS,
    /** The copy lacks something that readers, or the house, must have. */
    COMPLETE_COPY,
    /** The source of the translation may not be seen by readers yet. */
    SOURCE_NOT_APPROVED,
    /** The house shows readers no translation that has not seen what its source says now. */
    STALE,
    /** A stated limit of the newsroom is reached. */
    LIMIT;

    private static final Map<String, Rule> BY_KEY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Rule::key, Function.identity()));

    /** As refusals write it: {@code four-eyes}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The rule of this key.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Rule of(String key) {
        Rule rule = BY_KEY.get(key);
        if (rule == null) {
            throw new IllegalArgumentException("no rule is called '" + key + "'");
        }
        return rule;
    }
}
