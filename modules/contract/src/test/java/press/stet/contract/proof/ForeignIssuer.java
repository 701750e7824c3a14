package press.stet.contract.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import press.stet.model.house.Issuer;

/** Somebody else's issuer of tokens, for tests: signs by RS256, ES256 or Ed25519, and as no issuer should. */
final class ForeignIssuer {

    static final String NAME = "https://login.example/realms/news";
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final RSAKey rsa;
    private final ECKey ec;
    private final KeyPair ed25519;

    ForeignIssuer() {
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
            ed25519 = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (JOSEException | GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What a good token says. */
    static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(NAME)
                .subject("7f3a")
                .audience(List.of("account", "newsroom"))
                .claim("preferred_username", "mira")
                .claim("azp", "cms")
                .issueTime(Date.from(NOON))
                .expirationTime(Date.from(NOON.plus(Duration.ofHours(1))));
    }

    Issuer trusted() {
        KeySet keys =
                KeySet.read("{\"keys\":[" + rsa.toPublicJWK() + "," + ec.toPublicJWK() + "," + publicEd25519() + "]}");
        return new Issuer(NAME, "newsroom", "preferred_username", keys.keys());
    }

    private JWK publicEd25519() {
        byte[] encoded = ed25519.getPublic().getEncoded();
        Base64URL x = Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return new OctetKeyPair.Builder(Curve.Ed25519, x).keyID("ed").build();
    }

    Token byRs256(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.RS256, "rsa", claims);
    }

    Token byEs256(JWTClaimsSet claims) {
        return signed(JWSAlgorithm.ES256, "ec", claims);
    }

    /** With any of the algorithms, naming any key. */
    Token signed(JWSAlgorithm algorithm, String named, JWTClaimsSet claims) {
        return signed(new JWSHeader.Builder(algorithm).keyID(named).build(), claims);
    }

    Token signed(JWSHeader header, JWTClaimsSet claims) {
        SignedJWT jwt = new SignedJWT(header, claims);
        try {
            jwt.sign(
                    JWSAlgorithm.Family.RSA.contains(header.getAlgorithm())
                            ? new RSASSASigner(rsa)
                            : new ECDSASigner(ec));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Token(jwt.serialize());
    }

    /** As an issuer that calls the algorithm by one of its names. */
    Token byEd25519(String algorithm, JWTClaimsSet claims) {
        String input = Base64URL.encode("{\"alg\":\"" + algorithm + "\",\"kid\":\"ed\"}") + "."
                + Base64URL.encode(claims.toString());
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(ed25519.getPrivate());
            signature.update(input.getBytes(UTF_8));
            return new Token(input + "." + Base64URL.encode(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The trick on verifiers that believe the header: the public key, known to all, as a shared secret. */
    Token byThePublicKeyAsSecret(String id, JWTClaimsSet claims) {
        String secret = trusted().keys().stream()
                .filter(key -> key.id().equals(id))
                .map(Issuer.Key::jwk)
                .findFirst()
                .orElseThrow();
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(id).build(), claims);
        try {
            jwt.sign(new MACSigner(secret.getBytes(UTF_8)));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return new Token(jwt.serialize());
    }

    /** Signed with nothing: as such a token is written, and as a verifier might still take it. */
    static List<Token> byNone(JWTClaimsSet claims) {
        String payload = Base64URL.encode(claims.toString()).toString();
        return List.of(
                new Token(new PlainJWT(claims).serialize()),
                new Token(Base64URL.encode("{\"alg\":\"none\",\"kid\":\"rsa\"}") + "." + payload + ".AA"),
                new Token(Base64URL.encode("{\"alg\":\"NONE\",\"kid\":\"rsa\"}") + "." + payload + ".AA"));
    }

    /** The same signature under other words. */
    static Token tampered(Token token, String words, String others) {
        String[] parts = token.text().split("\\.", -1);
        String claims = Base64URL.from(parts[1]).decodeToString().replace(words, others);
        return new Token(parts[0] + "." + Base64URL.encode(claims) + "." + parts[2]);
    }
}
