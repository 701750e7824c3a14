package press.stet.model.house;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody whom the house trusts to say who acts, and who says so in signed tokens.
 *
 * @param name as its tokens name it: {@code iss}
 * @param audience for whom a token must have been made to be taken here: one of its {@code aud}
 * @param claim what a token names the person by: {@code sub}, or another of the issuer's own
 * @param keys one suffices; several while one follows another. Kept in the order of their ids
 */
public record Issuer(String name, String audience, String claim, List<Key> keys) {

    /** The claim that names the person where an issuer has none of its own for that (RFC 7519). */
    public static final String SUBJECT = "sub";

    public Issuer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an issuer is known by the name that its tokens give");
        }
        if (audience.isBlank() || claim.isBlank()) {
            throw new IllegalArgumentException(
                    "issuer " + name + " needs an audience, and the name of the claim that says who acts");
        }
        keys = keys.stream().sorted(Comparator.comparing(Key::id)).toList();
        Set<String> ids = new HashSet<>();
        for (Key key : keys) {
            if (!ids.add(key.id())) {
                throw new IllegalArgumentException("issuer " + name + " has two keys called '" + key.id() + "'");
            }
        }
    }

    /**
     * What a token's signature is verified with.
     *
     * @param id as tokens name it: {@code kid}
     * @param jwk the public key as a JSON Web Key (RFC 7517); nothing but text to the rules of the newsroom
     */
    public record Key(String id, String jwk) {
        public Key {
            if (id.isBlank() || jwk.isBlank()) {
                throw new IllegalArgumentException("a key has an id and the key itself");
            }
        }
    }
}
