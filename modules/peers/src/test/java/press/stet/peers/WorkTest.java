package press.stet.peers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkTest {

    @Test
    void is_done_with_its_last_step_and_not_before() {
        Work work = Work.of(2);
        work.stepDone();
        assertThat(work.done()).isNotDone();
        work.stepDone();
        assertThat(work.done()).isCompleted();
    }

    @Test
    void fails_as_a_whole_when_a_step_fails() {
        Work work = Work.of(2);
        work.fail(new IllegalStateException("the engine is gone"));
        assertThat(work.done()).isCompletedExceptionally();
    }
}
