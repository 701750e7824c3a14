package press.stet.newsroom.parts;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.newsroom.parts.PartHealth.State;
import press.stet.newsroom.settings.HttpSettings;

/**
 * A process that is one part of a newsroom. SIGTERM and Ctrl-C end it in order and with status 0, in bounded time; another one
 * meanwhile changes nothing. What waiting cannot heal ends it with an exception.
 */
public final class PartProcess {

    private static final Logger LOG = LoggerFactory.getLogger(PartProcess.class);

    private static final Duration GLANCE = Duration.ofMillis(500);

    /** What the part itself needs at most, twice half a minute, and something to spare. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(75);

    private final Part part;
    private final Waiting waiting = new Waiting();
    private final CountDownLatch ended = new CountDownLatch(1);

    private PartProcess(Part part) {
        this.part = part;
    }

    /**
     * Runs a part until the process is asked to stop.
     *
     * @throws PortTaken if something else listens where it was to answer
     * @throws CannotRun if the part cannot go on
     * @throws RuntimeException if the part cannot begin, for a reason that no waiting heals
     */
    public static void run(Part part, HttpSettings http) {
        new PartProcess(part).run(http);
    }

    private void run(HttpSettings http) {
        Thread stop = Thread.ofPlatform().name("stop").unstarted(this::stopAndEnd);
        Runtime.getRuntime().addShutdownHook(stop);
        try (FrontDoor door = FrontDoor.open(http, this::health, part::register)) {
            LOG.info("{} answers at {}", part.name(), door.address());
            work();
        } catch (InterruptedException asked) {
            LOG.info("{} was asked to stop", part.name());
        } catch (RuntimeException failure) {
            if (!waiting.isEnded()) {
                Runtime.getRuntime().removeShutdownHook(stop);
                throw failure;
            }
            LOG.warn("{} was asked to stop while it began, and did not begin in order", part.name(), failure);
        } finally {
            part.close();
            ended.countDown();
        }
    }

    private void work() throws InterruptedException {
        part.start(waiting);
        boolean told = false;
        while (!waiting.isEnded()) {
            PartHealth health = part.health();
            if (!health.isLive() && !waiting.isEnded()) {
                throw new CannotRun(part.name() + " cannot go on: " + String.join("; ", messages(health)));
            }
            if (health.isReady() && !told) {
                LOG.info("{} is ready", part.name());
                told = true;
            }
            waiting.pause(GLANCE);
        }
        throw new InterruptedException();
    }

    private static List<String> messages(PartHealth health) {
        return health.alarms().stream().map(alarm -> alarm.message()).toList();
    }

    private PartHealth health() {
        if (waiting.isEnded()) {
            return new PartHealth(State.STOPPING, List.of(), part.health().alarms());
        }
        return waiting.now().map(PartHealth::waiting).orElseGet(part::health);
    }

    /** Runs when the JVM was told to end. Only this way can a process that a signal ended say that all went well. */
    private void stopAndEnd() {
        waiting.end();
        part.close();
        try {
            boolean inOrder = ended.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
            LOG.info("{} has stopped", part.name());
            Runtime.getRuntime().halt(inOrder ? 0 : 1);
        } catch (InterruptedException _) {
            Runtime.getRuntime().halt(1);
        }
    }
}
