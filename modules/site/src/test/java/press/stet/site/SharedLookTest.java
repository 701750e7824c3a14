package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SharedLookTest {

    @Test
    void nobody_is_told_what_was_so_before_they_asked() throws Exception {
        AtomicLong now = new AtomicLong();
        SharedLook<Long> look = new SharedLook<>(now::get);
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int person = 0; person < 8; person++) {
                all.add(people.submit(() -> {
                    for (int at = 0; at < 5_000; at++) {
                        long asked = now.incrementAndGet();
                        if (look.now() < asked) {
                            return false;
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> each : all) {
                assertThat(each.get()).isTrue();
            }
        }
    }

    @Test
    void those_who_ask_during_a_look_share_the_next() throws Exception {
        AtomicLong looks = new AtomicLong();
        Phaser begun = new Phaser(1);
        Phaser seen = new Phaser(1);
        SharedLook<Long> look = new SharedLook<>(() -> {
            long number = looks.incrementAndGet();
            if (number == 1) {
                begun.arrive();
                seen.awaitAdvance(0);
            }
            return number;
        });
        try (ExecutorService people = Executors.newFixedThreadPool(6)) {
            Future<Long> first = people.submit(look::now);
            begun.awaitAdvance(0);
            List<Thread> askers = new ArrayList<>();
            List<Long> told = new ArrayList<>();
            for (int at = 0; at < 5; at++) {
                Thread asker = Thread.ofPlatform().start(() -> {
                    long sight = look.now();
                    synchronized (told) {
                        told.add(sight);
                    }
                });
                askers.add(asker);
            }
            for (Thread asker : askers) {
                while (asker.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
            seen.arrive();
            for (Thread asker : askers) {
                asker.join();
            }
            assertThat(first.get()).isEqualTo(1);
            assertThat(told).containsOnly(2L).hasSize(5);
        }
    }

    @Test
    void a_look_that_fails_says_why_and_is_not_the_last() {
        AtomicLong looks = new AtomicLong();
        SharedLook<Long> look = new SharedLook<>(() -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalArgumentException("it is dark");
            }
            return looks.get();
        });

        assertThatThrownBy(look::now).hasRootCauseMessage("it is dark");
        assertThat(look.now()).isEqualTo(2);
    }
}
