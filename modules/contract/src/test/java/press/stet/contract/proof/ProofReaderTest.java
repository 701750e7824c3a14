package press.stet.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.contract.proof.ForeignIssuer.NOON;
import static press.stet.contract.proof.ForeignIssuer.claims;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import press.stet.model.Person;
import press.stet.model.command.Proof;
import press.stet.model.house.Issuer;

class ProofReaderTest {

    private static final ForeignIssuer ISSUER = new ForeignIssuer();
    private static final List<Issuer> TRUSTED = List.of(ISSUER.trusted());
    private static final Proof MIRA = new Proof.Proven(new Person("mira"), "cms");

    private final ProofReader reader = new ProofReader();

    @Test
    void whoever_a_trusted_issuer_names_is_proven_however_it_signs() {
        JWTClaimsSet claims = claims().build();
        assertThat(read(ISSUER.byRs256(claims))).isEqualTo(MIRA);
        assertThat(read(ISSUER.byEs256(claims))).isEqualTo(MIRA);
        assertThat(read(ISSUER.byEd25519("EdDSA", claims))).isEqualTo(MIRA);
        assertThat(read(ISSUER.byEd25519("Ed25519", claims))).isEqualTo(MIRA);
    }

    @Test
    void nobody_is_proven_without_a_token() {
        assertThat(reader.read(null, NOON, TRUSTED))
                .isEqualTo(new Proof.Unproven("there is no token, and this newsroom takes nobody at their word"));
    }

    @Test
    void an_issuer_that_the_house_does_not_trust_proves_nothing() {
        Token token = ISSUER.byEs256(claims().issuer("https://evil.example").build());
        assertUnproven(token, "'https://evil.example'", "the house trusts " + ForeignIssuer.NAME);
        assertThat(reader.read(token, NOON, List.of())).isInstanceOf(Proof.Unproven.class);
    }

    @Test
    void a_key_that_the_house_does_not_know_proves_nothing() {
        assertUnproven(ISSUER.signed(JWSAlgorithm.ES256, "next", claims().build()), "key 'next'", "ec, ed, rsa");
        assertUnproven(ISSUER.signed(new JWSHeader(JWSAlgorithm.ES256), claims().build()), "key nobody");
    }

    @Test
    void a_key_of_another_does_not_sign_for_this_issuer() {
        assertUnproven(new ForeignIssuer().byEs256(claims().build()), "signature", "does not hold");
    }

    @Test
    void nothing_can_be_changed_in_what_was_signed() {
        Token good = ISSUER.byEs256(claims().build());
        assertUnproven(ForeignIssuer.tampered(good, "mira", "boss"), "signature", "does not hold");
        assertUnproven(
                ForeignIssuer.tampered(ISSUER.byEd25519("EdDSA", claims().build()), "mira", "boss"), "signature");
    }

    @Test
    void a_token_signed_with_nothing_proves_nothing() {
        for (Token token : ForeignIssuer.byNone(claims().build())) {
            assertThat(read(token)).isInstanceOf(Proof.Unproven.class);
        }
    }

    @Test
    void a_public_key_is_no_secret_to_sign_with() {
        for (String key : List.of("rsa", "ec", "ed")) {
            assertUnproven(ISSUER.byThePublicKeyAsSecret(key, claims().build()), "'HS256'", "key " + key);
        }
    }

    @Test
    void the_key_says_how_it_signs_and_not_the_token() {
        assertUnproven(ISSUER.signed(JWSAlgorithm.RS512, "rsa", claims().build()), "'RS512'", "[RS256]");
        assertUnproven(ISSUER.signed(JWSAlgorithm.PS256, "rsa", claims().build()), "'PS256'");
        assertUnproven(ISSUER.signed(JWSAlgorithm.RS256, "ec", claims().build()), "'RS256'", "[ES256]");
    }

    @Test
    void what_a_token_demands_and_nobody_here_knows_is_not_overlooked() {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .keyID("ec")
                .customParam("only-on-mondays", true)
                .criticalParams(Set.of("only-on-mondays"))
                .build();
        assertUnproven(ISSUER.signed(header, claims().build()), "only-on-mondays");
    }

    @Test
    void a_token_for_somebody_else_proves_nothing_here() {
        assertUnproven(with(claims -> claims.audience("bank")), "for '[bank]'", "not for 'newsroom'");
        assertUnproven(with(claims -> claims.audience((String) null)), "not for 'newsroom'");
    }

    @Test
    void a_token_says_who_acts_through_what_and_until_when() {
        assertUnproven(with(claims -> claims.claim("preferred_username", null)), "'preferred_username' is nobody");
        assertUnproven(with(claims -> claims.claim("preferred_username", 7)), "who acts");
        assertUnproven(with(claims -> claims.claim("preferred_username", "two words")), "'two words'");
        assertUnproven(with(claims -> claims.claim("azp", null)), "for which tool");
        assertUnproven(with(claims -> claims.expirationTime(null)), "never expires");
    }

    @Test
    void the_client_of_an_access_token_is_its_tool() {
        assertThat(read(with(claims -> claims.claim("azp", null).claim("client_id", "cms"))))
                .isEqualTo(MIRA);
    }

    @Test
    void a_token_holds_until_it_expires_and_a_minute_longer() {
        Token token = ISSUER.byEs256(claims().build());
        Instant end = NOON.plus(Duration.ofHours(1));
        assertThat(at(token, end.plusSeconds(59))).isEqualTo(MIRA);
        assertThat(at(token, end.plusSeconds(60)))
                .isEqualTo(new Proof.Unproven("the token expired at " + end + ", and it is " + end.plusSeconds(60)));
    }

    @Test
    void a_token_holds_from_when_it_was_issued_and_not_before_it_says() {
        Token token = ISSUER.byEs256(claims().build());
        assertThat(at(token, NOON.minusSeconds(60))).isEqualTo(MIRA);
        assertThat(at(token, NOON.minusSeconds(61))).isInstanceOf(Proof.Unproven.class);
        Token later = with(claims -> claims.notBeforeTime(Date.from(NOON.plusSeconds(600))));
        assertThat(at(later, NOON.plusSeconds(539))).isInstanceOf(Proof.Unproven.class);
        assertThat(at(later, NOON.plusSeconds(540))).isEqualTo(MIRA);
    }

    @Test
    void a_token_is_examined_once_and_its_time_is_asked_each_time() {
        Token token = ISSUER.byRs256(claims().build());
        for (int command = 0; command < 1_000; command++) {
            assertThat(at(token, NOON.plusSeconds(command))).isEqualTo(MIRA);
        }
        assertThat(at(token, NOON.plus(Duration.ofDays(1)))).isInstanceOf(Proof.Unproven.class);
        assertThat(reader.examined()).isEqualTo(1);
    }

    @Test
    void what_proves_nothing_is_examined_again_and_pushes_nothing_out() {
        Token bad = ForeignIssuer.tampered(ISSUER.byEs256(claims().build()), "mira", "boss");
        read(bad);
        read(bad);
        assertThat(reader.examined()).isEqualTo(2);
    }

    @Test
    void a_key_that_is_taken_away_proves_nothing_from_then_on() {
        Token token = ISSUER.byEs256(claims().build());
        assertThat(read(token)).isEqualTo(MIRA);
        Issuer without = new Issuer(
                TRUSTED.getFirst().name(),
                TRUSTED.getFirst().audience(),
                TRUSTED.getFirst().claim(),
                TRUSTED.getFirst().keys().stream()
                        .filter(key -> !key.id().equals("ec"))
                        .toList());
        assertThat(reader.read(token, NOON, List.of(without))).isInstanceOf(Proof.Unproven.class);
        assertThat(reader.read(ISSUER.byRs256(claims().build()), NOON, List.of(without)))
                .isEqualTo(MIRA);
    }

    @Test
    void a_key_that_the_staff_list_has_wrong_is_said() {
        Issuer wrong = new Issuer(
                ForeignIssuer.NAME, "newsroom", "sub", List.of(new Issuer.Key("ec", "{\"kty\":\"oct\",\"k\":\"AA\"}")));
        assertThat(reader.read(ISSUER.byEs256(claims().build()), NOON, List.of(wrong)))
                .isInstanceOfSatisfying(
                        Proof.Unproven.class,
                        unproven -> assertThat(unproven.why()).contains("key ec", "cannot be used"));
    }

    @Test
    void eight_kilobytes_are_read_and_no_more() {
        assertThat(read(ISSUER.byEs256(
                        claims().claim("groups", "g".repeat(5_000)).build())))
                .isEqualTo(MIRA);
        assertUnproven(
                ISSUER.byEs256(claims().claim("groups", "g".repeat(9_000)).build()), "8192 bytes");
    }

    @Test
    void whatever_is_brought_as_a_token_nothing_is_thrown_and_nothing_is_proven() {
        String good = ISSUER.byEs256(claims().build()).text();
        Random random = new Random(42);
        for (int round = 0; round < 5_000; round++) {
            char[] altered = good.toCharArray();
            for (int changes = random.nextInt(1, 6); changes > 0; changes--) {
                altered[random.nextInt(altered.length - 1)] = (char) random.nextInt(0x30, 0x7f);
            }
            String text = new String(altered);
            if (!text.equals(good)) {
                assertThat(read(new Token(text))).isInstanceOf(Proof.Unproven.class);
            }
        }
        for (String text : List.of("", ".", "..", "...", "a.b.c", "\0", "[".repeat(8_000), good + ".", " " + good)) {
            assertUnproven(new Token(text), "no signed JWT");
        }
    }

    @Test
    void nesting_without_end_is_no_token() {
        String deep = com.nimbusds.jose.util.Base64URL.encode("{\"a\":" + "[".repeat(2_900))
                .toString();
        assertUnproven(new Token(deep + "." + deep + ".AA"), "no signed JWT");
    }

    @Test
    void what_a_sender_wrote_is_repeated_without_strange_characters_and_shortened() {
        Token token = ISSUER.byEs256(claims().issuer("a\0b\n" + "x".repeat(500)).build());
        assertThat(why(token)).contains("'a?b?xxx").contains("…").hasSizeLessThan(400);
    }

    @Test
    void a_token_does_not_say_what_it_says() {
        assertThat(ISSUER.byEs256(claims().build())).hasToString("a token");
    }

    @Test
    void a_newsroom_issues_tokens_of_its_own() {
        TokenIssuer own = TokenIssuer.own(PrivateKeys.made());
        Token token = own.issue(new Person("mira"), "stet", NOON, Duration.ofHours(12));
        List<Issuer> trusted = List.of(own.trusted());
        assertThat(reader.read(token, NOON, trusted)).isEqualTo(new Proof.Proven(new Person("mira"), "stet"));
        assertThat(reader.read(token, NOON.plus(Duration.ofHours(13)), trusted)).isInstanceOf(Proof.Unproven.class);
        assertThat(Token.of(token.text() + "\n")).isEqualTo(token);
    }

    @Test
    void a_new_key_signs_from_now_on_and_the_one_before_is_believed_until_it_is_dropped() {
        PrivateKeys first = PrivateKeys.made();
        PrivateKeys both = PrivateKeys.read(first.withNewKey().written());
        TokenIssuer own = TokenIssuer.own(both);
        Person mira = new Person("mira");
        Token before = TokenIssuer.own(first).issue(mira, "stet", NOON, Duration.ofHours(1));
        Token after = own.issue(mira, "stet", NOON, Duration.ofHours(1));

        assertThat(reader.read(before, NOON, List.of(own.trusted()))).isInstanceOf(Proof.Proven.class);
        assertThat(reader.read(after, NOON, List.of(own.trusted()))).isInstanceOf(Proof.Proven.class);
        List<Issuer> dropped = List.of(TokenIssuer.own(both.onlyTheLast()).trusted());
        assertThat(reader.read(before, NOON, dropped)).isInstanceOf(Proof.Unproven.class);
        assertThat(reader.read(after, NOON, dropped)).isInstanceOf(Proof.Proven.class);
    }

    private Token with(UnaryOperator<JWTClaimsSet.Builder> changed) {
        return ISSUER.byEs256(changed.apply(claims()).build());
    }

    private Proof read(Token token) {
        return at(token, NOON);
    }

    private Proof at(Token token, Instant at) {
        return reader.read(token, at, TRUSTED);
    }

    private String why(Token token) {
        return switch (read(token)) {
            case Proof.Unproven unproven -> unproven.why();
            case Proof.Proven _, Proof.TheirWord _ -> throw new AssertionError("it was taken");
        };
    }

    private void assertUnproven(Token token, String... words) {
        assertThat(why(token)).contains(words);
    }
}
