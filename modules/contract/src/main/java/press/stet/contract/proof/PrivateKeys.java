package press.stet.contract.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import press.stet.model.house.Issuer;

/** What an issuer of our own signs with: P-256 keys, by ES256. The last signs; those before are still believed. */
public final class PrivateKeys {

    private final List<ECKey> keys;

    private PrivateKeys(List<ECKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** One new key. */
    public static PrivateKeys made() {
        return new PrivateKeys(List.of(key()));
    }

    /**
     * Reads what {@link #written} gave.
     *
     * @throws IllegalArgumentException if it is something else; the message repeats nothing of it
     */
    public static PrivateKeys read(String written) {
        List<ECKey> keys = new ArrayList<>();
        try {
            for (JWK key : JWKSet.parse(written).getKeys()) {
                if (!(key instanceof ECKey ec)
                        || !ec.isPrivate()
                        || !ec.getCurve().equals(Curve.P_256)
                        || ec.getKeyID() == null) {
                    throw new IllegalArgumentException("they are not all private P-256 keys with an id");
                }
                keys.add(ec);
            }
        } catch (ParseException _) {
            // Its message may repeat what was read.
            throw new IllegalArgumentException("they are no set of JSON Web Keys");
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("there is none");
        }
        return new PrivateKeys(keys);
    }

    /** With a new key, which signs from now on. */
    public PrivateKeys withNewKey() {
        List<ECKey> more = new ArrayList<>(keys);
        more.add(key());
        return new PrivateKeys(more);
    }

    /** Only the key that signs. */
    public PrivateKeys onlyTheLast() {
        return new PrivateKeys(List.of(keys.getLast()));
    }

    /** Their public halves. */
    public List<Issuer.Key> published() {
        return keys.stream().map(PublicKey::of).map(PublicKey::written).toList();
    }

    /** As a file keeps them: a set of JSON Web Keys. Nobody else may read it. */
    public String written() {
        return new JWKSet(List.copyOf(keys)).toString(false);
    }

    Token sign(JWTClaimsSet claims) {
        ECKey key = keys.getLast();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), claims);
        try {
            jwt.sign(new ECDSASigner(key));
        } catch (JOSEException everyJdkHasThisCurve) {
            throw new IllegalStateException("cannot sign with key " + key.getKeyID(), everyJdkHasThisCurve);
        }
        return new Token(jwt.serialize());
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException everyJdkHasThisCurve) {
            throw new IllegalStateException("cannot make a key", everyJdkHasThisCurve);
        }
    }

    /** How they are called, and nothing of what they are. */
    @Override
    public String toString() {
        return "the private halves of " + keys.stream().map(ECKey::getKeyID).toList();
    }
}
