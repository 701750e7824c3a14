package press.stet.contract.proof;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.model.Person;
import press.stet.model.house.Issuer;

/** Asks of a token all that does not depend on the time. */
final class Examination {

    /** What a sender wrote is shown shortened. */
    private static final int MOST_SHOWN = 100;

    private Examination() {}

    static Finding of(Token token, List<Issuer> issuers) {
        SignedJWT jwt = token.parsed();
        JWTClaimsSet claims = jwt == null ? null : claims(jwt);
        if (jwt == null || claims == null) {
            return new Finding.Bad("the token is no signed JWT");
        }
        Issuer issuer = issuers.stream()
                .filter(each -> each.name().equals(claims.getIssuer()))
                .findFirst()
                .orElse(null);
        if (issuer == null) {
            return new Finding.Bad("the token is by " + shown(claims.getIssuer()) + ", and the house trusts "
                    + (issuers.isEmpty()
                            ? "no issuer"
                            : issuers.stream().map(Issuer::name).collect(Collectors.joining(", "))));
        }
        String fault = fault(jwt, issuer);
        return fault == null ? said(claims, issuer) : new Finding.Bad(fault);
    }

    private static @Nullable JWTClaimsSet claims(SignedJWT jwt) {
        try {
            return jwt.getJWTClaimsSet();
        } catch (ParseException | IllegalArgumentException _) {
            return null;
        }
    }

    /** What is wrong with its signature, or null. */
    private static @Nullable String fault(SignedJWT jwt, Issuer issuer) {
        String id = jwt.getHeader().getKeyID();
        Issuer.Key named = issuer.keys().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
        if (named == null) {
            return "the token is signed with key " + shown(id) + ", and of " + issuer.name() + " the house knows "
                    + issuer.keys().stream().map(Issuer.Key::id).collect(Collectors.joining(", "))
                    + "; a key that is new must be put in force first";
        }
        PublicKey key;
        try {
            key = PublicKey.of(named);
        } catch (IllegalArgumentException unfit) {
            return "the key " + named.id() + " of " + issuer.name() + " cannot be used: " + unfit.getMessage();
        }
        if (!key.takes(jwt.getHeader().getAlgorithm())) {
            return "the token says that it is signed by "
                    + shown(jwt.getHeader().getAlgorithm()) + ", and key " + named.id() + " signs by "
                    + key.algorithms();
        }
        if (jwt.getHeader().getCriticalParams() != null) {
            return "the token demands what is not known here: "
                    + shown(jwt.getHeader().getCriticalParams());
        }
        return key.signed(jwt) ? null : "the signature of the token does not hold";
    }

    private static Finding said(JWTClaimsSet claims, Issuer issuer) {
        if (!claims.getAudience().contains(issuer.audience())) {
            return new Finding.Bad(
                    "the token is for " + shown(claims.getAudience()) + ", not for '" + issuer.audience() + "'");
        }
        if (claims.getExpirationTime() == null) {
            return new Finding.Bad("the token never expires (it has no 'exp')");
        }
        String tool = text(claims, "azp", "client_id");
        if (tool == null) {
            return new Finding.Bad("the token does not say for which tool it is (it has no 'azp')");
        }
        String account = text(claims, issuer.claim());
        try {
            return new Finding.Signed(
                    new Person(Objects.requireNonNullElse(account, "")),
                    tool,
                    from(claims),
                    claims.getExpirationTime().toInstant());
        } catch (IllegalArgumentException nobody) {
            return new Finding.Bad(
                    "the token does not say who acts: its '" + issuer.claim() + "' is " + shown(account));
        }
    }

    private static Instant from(JWTClaimsSet claims) {
        return Stream.of(claims.getIssueTime(), claims.getNotBeforeTime())
                .filter(Objects::nonNull)
                .map(Date::toInstant)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    /** The first of these claims that is a text with something in it. */
    private static @Nullable String text(JWTClaimsSet claims, String... names) {
        for (String name : names) {
            if (claims.getClaim(name) instanceof String text && !text.isBlank()) {
                return text;
            }
        }
        return null;
    }

    /** What a sender wrote, fit for people's eyes. */
    private static String shown(@Nullable Object written) {
        if (written == null) {
            return "nobody";
        }
        String text = written.toString().replaceAll("[^\\p{Print}\\p{L}\\p{N}]", "?");
        return "'" + (text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text) + "'";
    }
}
