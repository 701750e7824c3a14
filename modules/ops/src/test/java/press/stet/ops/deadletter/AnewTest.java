package press.stet.ops.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import press.stet.model.CommandId;

class AnewTest {

    private static final CommandId COMMAND = CommandId.of("0195c9a0-3f00-7abc-8def-0123456789ab");
    private static final CommandId ANOTHER = CommandId.of("0195c9a0-3f00-7abc-8def-0123456789ac");
    private static final Instant MINTED = COMMAND.mintedAt();

    @Test
    void a_command_keeps_its_id_as_long_as_outcomes_are_remembered() {
        assertThat(Anew.id(COMMAND, MINTED, Set.of())).isEqualTo(COMMAND);
        assertThat(Anew.id(COMMAND, MINTED.plus(Duration.ofDays(6)), Set.of())).isEqualTo(COMMAND);
        assertThat(Anew.id(COMMAND, MINTED.plus(Duration.ofDays(7)), Set.of())).isNotEqualTo(COMMAND);
    }

    @Test
    void a_new_id_is_young_enough_to_be_ruled_on_and_not_from_the_future() {
        for (int hours = 7 * 24; hours < 40 * 24; hours++) {
            Instant now = MINTED.plus(Duration.ofHours(hours));
            Instant minted = Anew.id(COMMAND, now, Set.of()).mintedAt();
            assertThat(minted).isBetween(now.minus(Duration.ofDays(6)), now);
        }
    }

    @Test
    void within_six_days_the_same_command_is_given_the_same_new_id() {
        Instant later = MINTED.plus(Duration.ofDays(8));

        assertThat(Anew.id(COMMAND, later, Set.of()))
                .isEqualTo(Anew.id(COMMAND, later.plus(Duration.ofDays(3)), Set.of()))
                .isNotEqualTo(Anew.id(COMMAND, later.plus(Duration.ofDays(6)), Set.of()));
    }

    @Test
    void a_new_id_names_the_old_one_and_no_other() {
        CommandId anew = Anew.id(COMMAND, MINTED.plus(Duration.ofDays(20)), Set.of());

        assertThat(Anew.isOf(anew, COMMAND)).isTrue();
        assertThat(Anew.isOf(COMMAND, COMMAND)).isTrue();
        assertThat(Anew.isOf(anew, ANOTHER)).isFalse();
        assertThat(Anew.isOf(ANOTHER, COMMAND)).isFalse();
    }

    @Test
    void an_id_that_was_used_up_is_followed_by_another() {
        CommandId second = Anew.id(COMMAND, MINTED, Set.of(COMMAND));
        CommandId third = Anew.id(COMMAND, MINTED, Set.of(COMMAND, second));

        assertThat(Set.of(COMMAND, second, third)).hasSize(3).allMatch(id -> Anew.isOf(id, COMMAND));
    }

    @Test
    void a_dead_letter_is_named_by_where_it_stands() {
        assertThat(LetterId.of("2/17")).isEqualTo(new LetterId(2, 17));
        for (String other : new String[] {"", "2", "/17", "2/", "two/17", "2/17/1", "02/17", "+2/17"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> LetterId.of(other));
        }
    }
}
