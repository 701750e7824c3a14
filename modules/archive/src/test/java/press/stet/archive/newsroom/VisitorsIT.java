package press.stet.archive.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.archive.newsroom.SmallNewsroom.ANN;
import static press.stet.archive.newsroom.SmallNewsroom.NOON;
import static press.stet.archive.newsroom.SmallNewsroom.STAFF;
import static press.stet.archive.newsroom.SmallNewsroom.record;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import press.stet.contract.proof.PrivateKeys;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.topic.Topics;
import press.stet.model.Person;
import press.stet.model.house.Issuer;
import press.stet.model.house.Staff;

/** Who is let into the newsroom view, by the staff list that its projection took. */
class VisitorsIT {

    private static final TokenIssuer ISSUER = TokenIssuer.own(PrivateKeys.made());
    private static final Duration HOUR = Duration.ofHours(1);

    private static ViewedNewsroom believing;
    private static ViewedNewsroom demanding;

    private final SmallNewsroom newsroom = new SmallNewsroom();

    @BeforeAll
    static void open() {
        believing = new ViewedNewsroom(Visitors.FROM_THIS_MACHINE, InstantSource.fixed(NOON));
        demanding = new ViewedNewsroom(Visitors.WITH_A_TOKEN, InstantSource.fixed(NOON));
    }

    @AfterAll
    static void close() {
        believing.close();
        demanding.close();
    }

    @BeforeEach
    void has_a_staff_that_trusts_the_newsrooms_own_issuer() {
        believing.empty();
        demanding.empty();
        putInForce(3, ISSUER.trusted());
    }

    @Test
    void whoever_has_a_token_is_known() {
        for (ViewedNewsroom view : List.of(believing, demanding)) {
            HttpResponse<String> answer = view.ask("/newsroom/me", bearer(ANN));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"person\":\"ann\",\"tool\":\"stet\"}");
            assertThat(view.ask("/newsroom/stories", bearer(ANN)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoever_has_none_is_let_in_only_from_a_machine_that_is_believed() {
        assertThat(believing.ask("/newsroom/me").body()).isEqualTo("{\"person\":null,\"tool\":null}");

        HttpResponse<String> answer = demanding.ask("/newsroom/stories");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(error(answer)).contains("Authorization: Bearer TOKEN");
        assertThat(demanding.ask("/newsroom/nothing/here").statusCode()).isEqualTo(401);
    }

    @Test
    void whoever_asks_for_another_host_is_let_in_with_a_token_alone() {
        String request = "GET /newsroom/me HTTP/1.1\r\nHost: news.example\r\nConnection: close\r\n";

        assertThat(believing.raw(request + "\r\n")).startsWith("HTTP/1.1 401");
        assertThat(believing.raw(request + "Authorization: " + bearer(ANN) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_token_that_proves_nothing_is_not_overlooked_also_where_none_is_asked_for() {
        String expired = "Bearer "
                + ISSUER.issue(ANN, "stet", NOON.minus(HOUR), Duration.ofMinutes(30))
                        .text();
        for (ViewedNewsroom view : List.of(believing, demanding)) {
            assertThat(view.ask("/newsroom/stories", expired).statusCode()).isEqualTo(401);
            assertThat(error(view.ask("/newsroom/stories", expired))).contains("expired at 2026-03-01T11:30:00Z");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YW5uOmFubg==", "Bearer", "Bearer a b", "Bearer nonsense", "Bearer .."})
    void what_is_no_token_lets_nobody_in(String authorization) {
        assertThat(demanding.ask("/newsroom/stories", authorization).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_of_somebody_who_left_lets_nobody_in() {
        HttpResponse<String> answer = demanding.ask("/newsroom/stories", bearer(new Person("zoe")));

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(error(answer)).isEqualTo("the staff list does not name zoe");
    }

    @Test
    void a_key_that_is_taken_away_lets_nobody_in_from_then_on() {
        assertThat(demanding.ask("/newsroom/me", bearer(ANN)).statusCode()).isEqualTo(200);

        putInForce(4, TokenIssuer.own(PrivateKeys.made()).trusted());
        assertThat(demanding.ask("/newsroom/me", bearer(ANN)).statusCode()).isEqualTo(401);

        putInForce(5);
        assertThat(error(demanding.ask("/newsroom/me", bearer(ANN)))).contains("the house trusts no issuer");
    }

    private void putInForce(int version, Issuer... issuers) {
        Staff staff = new Staff(version, STAFF.members(), List.of(issuers));
        byte[] list = newsroom.codec().encodeStaff(staff);
        for (ViewedNewsroom view : List.of(believing, demanding)) {
            view.take(newsroom, new ArrayList<>(List.of(record(Topics.STAFF, Topics.STAFF_KEY, list, version))));
        }
    }

    private static String bearer(Person person) {
        return "Bearer " + ISSUER.issue(person, "stet", NOON, HOUR).text();
    }

    private static String error(HttpResponse<String> answer) {
        return ViewedNewsroom.json(answer.body()).path("error").asString();
    }
}
