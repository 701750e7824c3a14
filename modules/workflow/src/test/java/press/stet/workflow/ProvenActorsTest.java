package press.stet.workflow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.workflow.TestDesk.copy;
import static press.stet.workflow.TestHouse.ANNA;
import static press.stet.workflow.TestHouse.BORIS;
import static press.stet.workflow.TestHouse.EN;
import static press.stet.workflow.TestHouse.SITE;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.proof.PrivateKeys;
import press.stet.contract.proof.ProofReader;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenHeader;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.house.Issuer;
import press.stet.model.house.Notice;
import press.stet.model.house.Staff;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.Rule;
import press.stet.workflow.state.Cabinet;

/** A newsroom that takes nobody at their word, and real tokens. */
class ProvenActorsTest {

    private static final PrivateKeys KEYS = PrivateKeys.made();
    private static final TokenIssuer ISSUER = TokenIssuer.own(KEYS);
    private static final Duration HOUR = Duration.ofHours(1);

    private final ProofReader reader = new ProofReader();
    private final TestNewsroom newsroom = TestNewsroom.demandingProof(reader);

    @BeforeEach
    void trust_the_newsrooms_own_issuer() {
        newsroom.staff(staff(1, ISSUER.trusted()));
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void whoever_proves_who_they_are_is_ruled_on() {
        newsroom.send(filing(), token(ANNA));

        assertThat(newsroom.events())
                .singleElement()
                .satisfies(event -> assertThat(event.entry().actor()).isEqualTo(ANNA));
        assertThat(newsroom.refusals()).isEmpty();
    }

    @Test
    void nobody_is_taken_at_their_word() {
        newsroom.send(filing(), null);

        assertThat(refusal()).contains("there is no token");
    }

    @Test
    void nobody_is_believed_before_the_house_trusts_somebody() {
        try (TestNewsroom early = TestNewsroom.demandingProof(new ProofReader())) {
            early.send(early.mint(early.newStory(), ANNA, file()), token(ANNA));

            assertThat(early.refusals()).singleElement().satisfies(logged -> {
                assertThat(logged.refused().refusal().rule()).isEqualTo(Rule.NOT_PROVEN);
                assertThat(logged.refused().refusal().reason()).contains("trusts no issuer");
                assertThat(logged.refused().staff()).isZero();
            });
        }
    }

    @Test
    void a_token_is_asked_whether_it_held_when_the_command_came_and_not_whether_it_holds_now() {
        Token longAgo = ISSUER.issue(ANNA, "test", newsroom.now().minus(HOUR), Duration.ofMinutes(30));
        newsroom.send(filing(), longAgo);

        assertThat(refusal())
                .contains("expired at " + newsroom.now().minusSeconds(1).minus(Duration.ofMinutes(30)));

        newsroom.send(filing(), token(ANNA));
        assertThat(newsroom.events()).hasSize(1);
    }

    @Test
    void a_token_that_no_clock_here_calls_expired_is_refused_by_the_brokers() {
        Token today = ISSUER.issue(ANNA, "test", Instant.now(), HOUR);
        newsroom.send(filing(), today);

        assertThat(refusal()).contains("holds from");
    }

    @Test
    void nothing_can_be_changed_in_a_token() {
        String[] parts = token(ANNA).text().split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
        parts[1] = encoded(claims.replace("anna", "boris"));
        newsroom.send(newsroom.mint(newsroom.newStory(), BORIS, file()), new Token(String.join(".", parts)));

        assertThat(refusal()).contains("signature");
    }

    @Test
    void a_token_signed_with_nothing_or_with_what_everybody_knows_is_none() throws GeneralSecurityException {
        Issuer.Key key = ISSUER.trusted().keys().getFirst();
        String claims = token(ANNA).text().split("\\.", -1)[1];
        String none = encoded("{\"alg\":\"none\",\"kid\":\"" + key.id() + "\"}") + "." + claims + ".";
        String hmac = encoded("{\"alg\":\"HS256\",\"kid\":\"" + key.id() + "\"}") + "." + claims;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.jwk().getBytes(UTF_8), "HmacSHA256"));
        String signed =
                hmac + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(hmac.getBytes(UTF_8)));

        newsroom.send(filing(), new Token(none));
        assertThat(refusal()).contains("no signed JWT");
        newsroom.send(filing(), new Token(signed));
        assertThat(refusal()).contains("'HS256'");
    }

    @Test
    void the_key_of_another_newsroom_signs_nothing_here() {
        TokenIssuer other = TokenIssuer.own(PrivateKeys.made());
        newsroom.send(filing(), other.issue(ANNA, "test", newsroom.now(), HOUR));

        assertThat(refusal()).contains("the token is signed with key");
    }

    @Test
    void nobody_acts_with_the_token_of_somebody_else() {
        newsroom.send(filing(), token(BORIS));

        assertThat(refusal()).isEqualTo("the token is boris's, and the command is in the name of anna");
    }

    @Test
    void a_token_is_for_one_tool_in_whatever_version() {
        newsroom.send(filing(), ISSUER.issue(ANNA, "tes", newsroom.now(), HOUR));

        assertThat(refusal()).isEqualTo("the token is for the tool 'tes', and 'test/1' sent the command");
    }

    @Test
    void a_key_that_is_taken_away_is_refused_from_then_on_and_a_new_one_taken() {
        PrivateKeys both = KEYS.withNewKey();
        Token before = token(ANNA);
        newsroom.staff(staff(2, TokenIssuer.own(both).trusted()));
        newsroom.send(filing(), before);
        newsroom.send(filing(), TokenIssuer.own(both).issue(ANNA, "test", newsroom.now(), HOUR));
        assertThat(newsroom.events()).hasSize(2);

        newsroom.staff(staff(3, TokenIssuer.own(both.onlyTheLast()).trusted()));
        newsroom.send(filing(), before);
        assertThat(refusal())
                .contains("the token is signed with key " + "'"
                        + KEYS.published().getFirst().id());
        newsroom.send(filing(), TokenIssuer.own(both).issue(ANNA, "test", newsroom.now(), HOUR));
        assertThat(newsroom.events()).hasSize(1);
    }

    @Test
    void a_repeat_without_a_token_has_no_second_outcome() {
        Dispatch filing = newsroom.send(filing(), token(ANNA));
        newsroom.send(filing, null);

        LoggedRefusal repeated = newsroom.refusals().getFirst();
        assertThat(repeated.refused().refusal().rule()).isEqualTo(Rule.REPEATED);
        assertThat(repeated.refused().first()).isEqualTo(new Outcome.Accepted(1, 1));
    }

    @Test
    void what_was_refused_without_a_token_is_not_done_by_a_repeat_with_one() {
        Dispatch filing = newsroom.send(filing(), null);
        newsroom.send(filing, token(ANNA));

        assertThat(newsroom.events()).isEmpty();
        assertThat(newsroom.refusals().getLast().refused().first()).isEqualTo(new Outcome.Refused(Rule.NOT_PROVEN));
    }

    @Test
    void whoever_is_not_proven_is_told_nothing_about_the_story() {
        Dispatch filing = newsroom.send(filing(), token(ANNA));
        newsroom.send(newsroom.mint(filing.story(), ANNA, file()), null);
        newsroom.send(
                newsroom.mint(newsroom.newStory(), new Person("nobody"), new Command.KillStory(Notice.NONE)), null);

        assertThat(newsroom.refusals())
                .extracting(logged -> logged.refused().refusal().rule())
                .containsExactly(Rule.NOT_PROVEN, Rule.NOT_PROVEN);
    }

    @Test
    void a_token_is_verified_once_for_all_commands_of_its_bearer() {
        Token token = token(ANNA);
        for (int command = 0; command < 50; command++) {
            newsroom.send(filing(), token);
        }
        newsroom.staff(staff(2, ISSUER.trusted()));
        newsroom.send(filing(), token);

        assertThat(newsroom.events()).hasSize(51);
        assertThat(reader.examined()).isEqualTo(1);
    }

    @Test
    void the_token_of_a_command_is_in_nothing_that_follows_from_it() {
        Token token = token(ANNA);
        Dispatch filing = newsroom.send(filing(), token);
        newsroom.send(filing, token);
        newsroom.send(newsroom.mint(filing.story(), BORIS, file()), token);
        RecordHeaders headers = new RecordHeaders();
        TokenHeader.put(headers, token);
        newsroom.put(Topics.DRAFTS, filing.story().toString(), "garbage".getBytes(UTF_8), headers);
        newsroom.put(Topics.DRAFTS, "elsewhere", newsroom.codec.encodeCommand(filing()), headers);
        String row = filing.story().toString();

        List<TestRecord<byte[], byte[]>> written = newsroom.written();

        assertThat(written).hasSizeGreaterThan(8);
        assertThat(written)
                .allSatisfy(record -> assertThat(everythingIn(record)).doesNotContain(token.text(), TokenHeader.NAME));
        assertThat(new String(newsroom.store(Cabinet.STORIES).get(row), ISO_8859_1))
                .doesNotContain(token.text());
        assertThat(headers.lastHeader(TokenHeader.NAME)).isNotNull();
    }

    private static String everythingIn(TestRecord<byte[], byte[]> record) {
        StringBuilder all = new StringBuilder();
        record.headers().forEach(header -> all.append(header.key()).append('=').append(text(header.value())));
        return all.append(text(record.key())).append(text(record.value())).toString();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, ISO_8859_1);
    }

    private Token token(Person person) {
        return ISSUER.issue(person, "test", TestDesk.MORNING, HOUR);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }

    private static Staff staff(int version, Issuer... issuers) {
        return new Staff(version, TestHouse.staff(version).members(), Arrays.asList(issuers));
    }

    private static Command file() {
        return new Command.FileStory(SITE, copy(EN, "Ships"));
    }

    private Dispatch filing() {
        return newsroom.mint(newsroom.newStory(), ANNA, file());
    }

    /** Why the one command since was not taken for its actor's. */
    private String refusal() {
        List<LoggedRefusal> refusals = newsroom.refusals();
        assertThat(refusals).hasSize(1);
        assertThat(newsroom.events()).isEmpty();
        assertThat(refusals.getFirst().refused().refusal().rule()).isEqualTo(Rule.NOT_PROVEN);
        return refusals.getFirst().refused().refusal().reason();
    }
}
