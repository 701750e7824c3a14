package press.stet.bench.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import press.stet.bench.measure.Latencies;
import press.stet.bench.measure.Rhythm;

/**
 * Readers who keep their connections open and ask a server for pages: for few of them often, for most hardly ever.
 *
 * @param port where the server listens on this machine
 * @param status that every answer must have
 */
record Readers(int port, List<byte[]> requests, int status) {

    /** What one of them does with its connection, and how many answers it got. */
    @FunctionalInterface
    private interface Reading {
        int read(KeptOpen connection, SplittableRandom choice) throws Exception;
    }

    /** How many pages a second so many get who ask for the next one as soon as they have one. */
    double perSecond(int many, Duration time) throws Exception {
        long began = System.nanoTime();
        long end = began + time.toNanos();
        int answers = together(many, (connection, choice) -> {
            int count = 0;
            while (System.nanoTime() < end) {
                ask(connection, choice);
                count++;
            }
            return count;
        });
        return answers / ((System.nanoTime() - began) / 1e9);
    }

    /** How long each waits, from when it was due to ask, where so many share what comes in this rhythm. */
    Latencies inRhythm(int many, Rhythm rhythm, Duration time) throws Exception {
        Latencies latencies = new Latencies();
        int all = rhythm.within(time);
        AtomicInteger next = new AtomicInteger();
        long began = System.nanoTime();
        together(many, (connection, choice) -> {
            int mine = next.getAndIncrement();
            int count = 0;
            while (mine < all) {
                long due = began + rhythm.dueAfter(mine);
                awaitMoment(due);
                ask(connection, choice);
                latencies.add(System.nanoTime() - due);
                count++;
                mine = next.getAndIncrement();
            }
            return count;
        });
        return latencies;
    }

    private void ask(KeptOpen connection, SplittableRandom choice) throws Exception {
        double drawn = choice.nextDouble();
        int got = connection.ask(requests.get((int) (drawn * drawn * drawn * requests.size())));
        if (got != status) {
            throw new IllegalStateException("a reader was answered " + got + " instead of " + status);
        }
    }

    private int together(int many, Reading reading) throws Exception {
        try (ExecutorService readers = Executors.newFixedThreadPool(many)) {
            List<Future<Integer>> each = new ArrayList<>();
            for (int at = 0; at < many; at++) {
                SplittableRandom choice = new SplittableRandom(at);
                each.add(readers.submit(() -> {
                    try (KeptOpen connection = new KeptOpen(port)) {
                        return reading.read(connection, choice);
                    }
                }));
            }
            int all = 0;
            for (Future<Integer> one : each) {
                all += one.get();
            }
            return all;
        }
    }

    private static void awaitMoment(long moment) {
        long left = moment - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = moment - System.nanoTime();
        }
    }
}
