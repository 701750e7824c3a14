package press.stet.contract.proof;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import press.stet.model.Person;
import press.stet.model.house.Issuer;

/**
 * Issues tokens of a newsroom's own. Whoever has its keys can act as anybody.
 *
 * @param name as its tokens name it
 * @param audience for whom they are
 */
public record TokenIssuer(String name, String audience, PrivateKeys keys) {

    /** How a newsroom's own issuer is called, and for whom its tokens are: its keys tell it from that of another newsroom. */
    public static final String OWN = "stet";

    /** The issuer of a newsroom's own. */
    public static TokenIssuer own(PrivateKeys keys) {
        return new TokenIssuer(OWN, OWN, keys);
    }

    /** As the staff list has it. */
    public Issuer trusted() {
        return new Issuer(name, audience, Issuer.SUBJECT, keys.published());
    }

    /**
     * A token for a person.
     *
     * @param tool through which they act, without its version
     * @param now counted in whole seconds, as everything in a token
     * @param lasting how long from now on
     */
    public Token issue(Person person, String tool, Instant now, Duration lasting) {
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(name)
                .audience(audience)
                .subject(person.account())
                .claim("azp", tool)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(lasting)))
                .build());
    }
}
