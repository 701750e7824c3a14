package press.stet.testkit.running;

import static press.stet.testkit.running.Stories.accepted;
import static press.stet.testkit.running.Stories.english;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import press.stet.contract.sending.Ids;
import press.stet.draft.Drafts;
import press.stet.model.Site;
import press.stet.model.StoryId;

/** A reporter who files one story after another, until this is stopped. */
final class Flow implements AutoCloseable {

    private final List<StoryId> filed = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor();
    private final Future<?> filing;
    private volatile boolean stopped;

    private Flow(Drafts reporter) {
        this.filing = thread.submit(() -> {
            while (!stopped) {
                StoryId story = Ids.story();
                accepted(reporter.file(story, new Site("main"), english("In the flow " + filed.size())));
                filed.add(story);
            }
            return filed;
        });
    }

    static Flow of(Drafts reporter) {
        return new Flow(reporter);
    }

    /** Returns when so many more were accepted. */
    void awaitMore(int stories) {
        int before = filed.size();
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> filing.isDone() || filed.size() >= before + stories);
        if (filing.isDone()) {
            throw new AssertionError("the flow broke off", filing.exceptionNow());
        }
    }

    /** Ends it, and says what was accepted. */
    List<StoryId> stop() throws ExecutionException, InterruptedException {
        stopped = true;
        filing.get();
        return List.copyOf(filed);
    }

    @Override
    public void close() {
        stopped = true;
        thread.close();
    }
}
