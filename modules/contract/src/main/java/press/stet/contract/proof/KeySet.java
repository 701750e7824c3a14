package press.stet.contract.proof;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import press.stet.model.house.Issuer;

/**
 * The public keys of an issuer as it publishes them: a set of JSON Web Keys (RFC 7517, 5).
 *
 * @param keys those whose signatures are taken, one or more
 * @param leftOut the others, with why, a line each
 */
public record KeySet(List<Issuer.Key> keys, List<String> leftOut) {

    public KeySet {
        keys = List.copyOf(keys);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException if it is none, holds a key that is not public, or none that is taken
     */
    public static KeySet read(String json) {
        List<Issuer.Key> keys = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (JWK key : parse(json)) {
            String id = key.getKeyID();
            if (key.isPrivate()) {
                throw new IllegalArgumentException("key '" + id
                        + "' is a private or secret one, and whoever has it can act as anybody: give public keys alone,"
                        + " and let the issuer replace this one");
            }
            try {
                if (id == null || id.isBlank()) {
                    throw new IllegalArgumentException("it has no id (kid) for tokens to name");
                }
                keys.add(PublicKey.of(key).written());
            } catch (IllegalArgumentException unfit) {
                leftOut.add("key '" + id + "' is left out: " + unfit.getMessage());
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    leftOut.isEmpty()
                            ? "there is no key in it"
                            : "no key in it is taken: " + String.join("; ", leftOut));
        }
        return new KeySet(keys, leftOut);
    }

    private static List<JWK> parse(String json) {
        try {
            return JWKSet.parse(json).getKeys();
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("it is no set of JSON Web Keys: " + malformed.getMessage(), malformed);
        }
    }
}
