package press.stet.testkit.running;

import static press.stet.testkit.running.Stories.EN;
import static press.stet.testkit.running.Stories.RU;
import static press.stet.testkit.running.Stories.accepted;
import static press.stet.testkit.running.Stories.english;
import static press.stet.testkit.running.Stories.russian;
import static press.stet.testkit.running.Stories.stamp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import press.stet.contract.sending.Ids;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Notice;

/** A newsroom at work: stories go one after another to their readers in two languages until it is closed. */
final class Busy implements AutoCloseable {

    private static final Site SITE = new Site("main");

    private final RunningNewsroom newsroom;
    private final List<StoryId> stories = Collections.synchronizedList(new ArrayList<>());
    private final CompletableFuture<Void> work;
    private volatile boolean closed;

    private Busy(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.work = CompletableFuture.runAsync(this::work, Thread::startVirtualThread);
    }

    static Busy at(RunningNewsroom newsroom) {
        return new Busy(newsroom);
    }

    /** Those that are out in both languages. */
    int out() {
        return stories.size();
    }

    private void work() {
        try {
            while (!closed) {
                stories.add(bringOut(newsroom, "Story " + stories.size()));
            }
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    /** Takes a story to its readers in two languages. */
    static StoryId bringOut(RunningNewsroom newsroom, String headline) throws InterruptedException {
        StoryId story = Ids.story();
        Stamp original = stamp(newsroom.drafts("reporter").file(story, SITE, english(headline)));
        Stories.publish(newsroom, story, EN, original, PublicationKind.FIRST);
        Stamp delivered =
                stamp(newsroom.translations("translator").deliver(story, null, null, null, russian(headline)));
        Stories.publish(newsroom, story, RU, delivered, PublicationKind.FIRST);
        return story;
    }

    /** Stories in every state that leaves other rows behind. */
    static void goThroughEverything(RunningNewsroom newsroom) throws InterruptedException {
        StoryId withdrawn = bringOut(newsroom, "Withdrawn in one language");
        accepted(newsroom.publications("publisher").withdraw(withdrawn, RU, 1, Notice.of("Снято.")));
        StoryId killed = bringOut(newsroom, "Killed");
        accepted(newsroom.publications("chief").kill(killed, Notice.of("Recalled.")));
        StoryId corrected = bringOut(newsroom, "To be corrected");
        Stamp better = stamp(newsroom.drafts("reporter")
                .revise(corrected, new Version(1), english("Corrected"), false, false, List.of()));
        Stories.publish(newsroom, corrected, EN, better, PublicationKind.CORRECTION);
        StoryId draft = Ids.story();
        accepted(newsroom.drafts("reporter").file(draft, SITE, english("A draft")));
        accepted(newsroom.translations("editor").request(draft, RU, null, null));
        newsroom.drafts("reporter").submit(draft, EN, new Version(9), null);
    }

    /** Ends with the story at hand, and says so if anything was refused. */
    @Override
    public void close() {
        closed = true;
        work.join();
    }
}
