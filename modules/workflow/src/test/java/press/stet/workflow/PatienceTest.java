package press.stet.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import press.stet.contract.registry.Registry;

class PatienceTest {

    private final Alarms alarms = new Alarms();
    private final Registry nobody = Registry.at(URI.create("http://127.0.0.1:1"));

    @Test
    void what_is_answered_on_the_third_asking_is_answered() {
        AtomicInteger asked = new AtomicInteger();
        Patience patience = new Patience(Duration.ofMinutes(1), alarms);
        String answer = patience.within(() -> asked.incrementAndGet() < 3 ? unanswered() : "yes");
        assertThat(answer).isEqualTo("yes");
        assertThat(alarms.standing()).as("it is over").isEmpty();
    }

    @Test
    void patience_has_an_end_and_says_why() {
        Patience patience = new Patience(Duration.ofMillis(150), alarms);
        assertThatThrownBy(() -> patience.within(this::unanswered))
                .isInstanceOf(RegistryAway.class)
                .hasRootCauseInstanceOf(java.net.ConnectException.class);
        assertThat(alarms.standing()).extracting(Alarm::about).containsExactly("registry");
    }

    @Test
    void a_workflow_that_closes_waits_for_nobody() {
        Patience patience = new Patience(Duration.ofMinutes(1), alarms);
        CompletableFuture<String> waiting =
                CompletableFuture.supplyAsync(() -> patience.withoutLimit(this::unanswered));
        Awaitility.await().until(() -> !alarms.standing().isEmpty());
        patience.end();
        assertThat(waiting)
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withCauseInstanceOf(RegistryAway.class);
    }

    @Test
    void other_mistakes_are_not_waited_for() {
        Patience patience = new Patience(Duration.ofMinutes(1), alarms);
        assertThatThrownBy(() -> patience.within(() -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String unanswered() {
        return nobody.schemaOf("stet.drafts-value", 1).toString();
    }
}
