package press.stet.bench.ground;

import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import press.stet.contract.sending.Ids;
import press.stet.model.StoryId;
import press.stet.model.command.Dispatch;

/**
 * Which story has the next command. One goes on only after the outcome of its command before was seen, as every sender of ours does;
 * where none is ready, a new one is filed. A command of every fifth goes to one of few hot stories, as long as any of them is ready.
 *
 * <p>{@link #next} is for one thread, {@link #ruledOn} may be called by another.
 */
final class Agenda {

    private static final int HOT_EVERY = 5;
    private static final int HOT_STORIES = 8;

    /** A story in the midst of its life. */
    static final class Living {
        private final StoryId story;
        private final List<Life.Step> steps;
        private final boolean isHot;
        private int next;

        private Living(StoryId story, Life life, boolean isHot, int next) {
            this.story = story;
            this.steps = life.steps();
            this.isHot = isHot;
            this.next = next;
        }

        private static Living begins(Life life, boolean isHot) {
            return new Living(Ids.story(), life, isHot, 0);
        }

        /** Its next command; there is one as long as it is on the agenda. */
        Dispatch step() {
            return steps.get(next++).of(story);
        }

        private boolean goesOn() {
            return next < steps.size();
        }
    }

    private final List<Life> ordinary;
    private final List<Life> hot;

    /** The one that was ready last goes on first, so that stories come to their end also where more are begun than can be seen to. */
    private final Deque<Living> ready = new ConcurrentLinkedDeque<>();

    private final Queue<Living> hotAndReady = new ConcurrentLinkedQueue<>();
    private final Queue<Living> onFile = new ConcurrentLinkedQueue<>();
    private long filed;
    private int hotUnderWay;

    /**
     * An empty agenda.
     *
     * @param ordinary lives of new stories, in turn
     * @param hot lives of hot ones; none are where this is empty
     */
    Agenda(List<Life> ordinary, List<Life> hot) {
        this.ordinary = ordinary;
        this.hot = hot;
    }

    /** Goes on with stories that are there already, before new ones are filed: each from so many steps of this life on. */
    void goOnWith(Collection<StoryId> stories, Life life, int from) {
        stories.forEach(story -> onFile.add(new Living(story, life, false, from)));
    }

    /** The story that the command of this number goes to. */
    Living next(long number) {
        Living living = number % HOT_EVERY == 0 ? nextHot() : null;
        if (living == null) {
            living = ready.poll();
        }
        if (living == null) {
            living = onFile.poll();
        }
        return living == null ? Living.begins(ordinary.get((int) (filed++ % ordinary.size())), false) : living;
    }

    private @Nullable Living nextHot() {
        Living living = hotAndReady.poll();
        return living == null && hotUnderWay < HOT_STORIES && !hot.isEmpty()
                ? Living.begins(hot.get(hotUnderWay++ % hot.size()), true)
                : living;
    }

    /** The outcome of its last command was seen. */
    void ruledOn(Living living) {
        if (living.goesOn()) {
            if (living.isHot) {
                hotAndReady.add(living);
            } else {
                ready.addFirst(living);
            }
        } else if (living.isHot) {
            hotAndReady.add(Living.begins(hot.getFirst(), true));
        }
    }
}
