package press.stet.contract.proof;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import press.stet.model.house.Issuer;

/**
 * A public key, and the one way of signing that is taken from it: RS256, ES256 or Ed25519. A token has no say in that, so that
 * none is taken which is signed with nothing, or with a public key as its secret (RFC 8725, 3.1).
 */
record PublicKey(JWK key, Set<JWSAlgorithm> algorithms) {

    private static final int LEAST_BITS_OF_RSA = 2048;

    /** RFC 9864 has named it anew; both names mean the same signature. */
    private static final Set<JWSAlgorithm> ED25519 = Set.of(JWSAlgorithm.EdDSA, JWSAlgorithm.Ed25519);

    /** What stands before the 32 bytes of an Ed25519 key where the JDK reads one (RFC 8410). */
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    /**
     * Reads a key of the staff list.
     *
     * @throws IllegalArgumentException if no token is taken that is signed with it; the message says why
     */
    static PublicKey of(Issuer.Key key) {
        try {
            return of(JWK.parse(key.jwk()));
        } catch (ParseException malformed) {
            throw new IllegalArgumentException("it is no JSON Web Key: " + malformed.getMessage(), malformed);
        }
    }

    /** The public half of a key, with nothing beside it but what a signature is verified with. */
    static PublicKey of(JWK key) {
        Set<JWSAlgorithm> algorithms;
        JWK bare;
        switch (key) {
            case RSAKey rsa
            when rsa.size() >= LEAST_BITS_OF_RSA -> {
                algorithms = Set.of(JWSAlgorithm.RS256);
                bare = new RSAKey.Builder(rsa.getModulus(), rsa.getPublicExponent())
                        .keyID(key.getKeyID())
                        .build();
            }
            case ECKey ec
            when ec.getCurve().equals(Curve.P_256) -> {
                algorithms = Set.of(JWSAlgorithm.ES256);
                bare = new ECKey.Builder(ec.getCurve(), ec.getX(), ec.getY())
                        .keyID(key.getKeyID())
                        .build();
            }
            case OctetKeyPair pair
            when pair.getCurve().equals(Curve.Ed25519) -> {
                algorithms = ED25519;
                bare = new OctetKeyPair.Builder(pair.getCurve(), pair.getX())
                        .keyID(key.getKeyID())
                        .build();
            }
            default ->
                throw new IllegalArgumentException("it is neither an RSA key of " + LEAST_BITS_OF_RSA
                        + " bits or more, nor a P-256 or Ed25519 key");
        }
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.SIGNATURE)) {
            throw new IllegalArgumentException("it is not for signatures but for '" + key.getKeyUse() + "'");
        }
        if (key.getAlgorithm() != null && algorithms.stream().noneMatch(each -> each.equals(key.getAlgorithm()))) {
            throw new IllegalArgumentException(
                    "it is for " + key.getAlgorithm() + ", and of such keys only " + algorithms + " is taken");
        }
        return new PublicKey(bare, algorithms);
    }

    /** As the staff list has it. */
    Issuer.Key written() {
        return new Issuer.Key(key.getKeyID(), key.toJSONString());
    }

    /** Whether tokens signed so are taken. */
    boolean takes(JWSAlgorithm algorithm) {
        return algorithms.contains(algorithm);
    }

    /** Whether it signed this token. */
    boolean signed(SignedJWT token) {
        try {
            return switch (key) {
                case RSAKey rsa -> token.verify(new RSASSAVerifier(rsa));
                case ECKey ec -> token.verify(new ECDSAVerifier(ec));
                default -> signedWithEd25519(token, key.toOctetKeyPair().getX());
            };
        } catch (JOSEException | GeneralSecurityException _) {
            return false;
        }
    }

    /** By the JDK: the library has another library for this. */
    private static boolean signedWithEd25519(SignedJWT token, Base64URL x) throws GeneralSecurityException {
        byte[] point = x.decode();
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + point.length);
        System.arraycopy(point, 0, encoded, ED25519_PREFIX.length, point.length);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update(token.getSigningInput());
        return signature.verify(token.getSignature().decode());
    }
}
