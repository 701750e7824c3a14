package press.stet.newsroom.importing;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.stet.contract.sending.Answer;
import press.stet.draft.markdown.MarkdownCopy;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Stamp;
import press.stet.model.house.Check;
import press.stet.model.house.Notice;
import press.stet.model.ruling.Refusal;
import press.stet.model.ruling.Rule;

/**
 * Brings a folder of stories into a newsroom: files each with its translations and, with an approver, takes every edition
 * through review to its readers. Begun again it goes on where each edition stands and does nothing twice. Several stories are
 * brought in at once; within a story each command waits for the outcome of the one before.
 */
public final class Import {

    /** Enough to keep the workflow busy, few enough that an interruption leaves little half way. */
    private static final int AT_ONCE = 16;

    /** By these a command is refused that was decided on where the edition stood before. */
    private static final Set<Rule> STANDS_ELSEWHERE = EnumSet.of(
            Rule.STORY_EXISTS, Rule.OUT_OF_TURN, Rule.EXPECTED_VERSION, Rule.BEHIND_LIVE, Rule.NOTHING_CHANGED);

    /** The newsroom view follows the log within milliseconds; one that is behind by more is not waited for. */
    private static final Duration VIEW_BEHIND = Duration.ofSeconds(5);

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final Desk desk;
    private final Function<StoryId, Optional<Standing>> standings;
    private final Site site;
    private final Runnable storyDone;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger already = new AtomicInteger();
    private final AtomicInteger live = new AtomicInteger();
    private final AtomicInteger editions = new AtomicInteger();
    private final List<String> refusals = Collections.synchronizedList(new ArrayList<>());
    private final List<String> problems = Collections.synchronizedList(new ArrayList<>());

    /**
     * An import that has not begun.
     *
     * @param standings where a story stands in the newsroom; empty where it is not known there
     * @param site of copy that names none
     * @param storyDone told after each story
     */
    public Import(Desk desk, Function<StoryId, Optional<Standing>> standings, Site site, Runnable storyDone) {
        this.desk = desk;
        this.standings = standings;
        this.site = site;
        this.storyDone = storyDone;
    }

    /** Brings these in. Nothing that goes wrong with one keeps the others out. */
    public ImportCount run(List<Path> folders) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        List<Future<?>> under = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Path folder : folders) {
                room.acquire();
                under.add(threads.submit(story(folder, room)));
            }
            for (Future<?> each : under) {
                await(each);
            }
        }
        return new ImportCount(
                folders.size(),
                editions.get(),
                accepted.get(),
                already.get(),
                live.get(),
                sorted(refusals),
                sorted(problems));
    }

    private Callable<Boolean> story(Path folder, Semaphore room) {
        return () -> {
            try {
                bringIn(StoryFolder.read(folder));
                return true;
            } finally {
                room.release();
                storyDone.run();
            }
        };
    }

    private void await(Future<?> story) throws InterruptedException {
        try {
            story.get();
        } catch (ExecutionException failure) {
            problems.add(String.valueOf(failure.getMessage()));
        }
    }

    private void bringIn(StoryFolder folder) throws InterruptedException {
        problems.addAll(folder.problems());
        MarkdownCopy original = folder.original();
        if (original == null) {
            return;
        }
        Optional<Standing> story = standings.apply(folder.story());
        editions.addAndGet(1 + folder.translations().size());
        if (bringIn(folder, original, story)) {
            for (MarkdownCopy translation : folder.translations()) {
                bringIn(folder, translation, story);
            }
        }
    }

    /** Whether the edition got as far as it was to. */
    private boolean bringIn(StoryFolder folder, MarkdownCopy copy, Optional<Standing> story)
            throws InterruptedException {
        Language language = copy.copy().language();
        Standing.Edition before =
                story.flatMap(standing -> standing.edition(language)).orElse(null);
        Standing.Edition from = before;
        Refusal refusal = advance(folder, copy, from);
        while (refusal != null) {
            Standing.Edition further = further(folder.story(), language, from, refusal);
            if (further == null) {
                refusals.add(folder.name() + "/" + language + " refused by "
                        + refusal.rule().key() + ": " + refusal.reason());
                return false;
            }
            from = further;
            refusal = advance(folder, copy, from);
        }
        if (before != null && (before.isLive() || desk.reviews() == null)) {
            already.incrementAndGet();
        }
        return true;
    }

    /**
     * Where an edition stands that did not stand where it was thought to: an import that was cut short had gone further than the
     * newsroom view showed when this one asked. Null where it stands there indeed.
     */
    private Standing.@Nullable Edition further(
            StoryId story, Language language, Standing.@Nullable Edition thought, Refusal refusal)
            throws InterruptedException {
        long end = System.nanoTime() + VIEW_BEHIND.toNanos();
        while (STANDS_ELSEWHERE.contains(refusal.rule()) && System.nanoTime() < end) {
            Standing.Edition now = standings
                    .apply(story)
                    .flatMap(standing -> standing.edition(language))
                    .orElse(null);
            if (now != null && !now.equals(thought)) {
                return now;
            }
            Thread.sleep(GLANCE);
        }
        return null;
    }

    /** From where the edition stands to its readers, as far as there is an approver to take it; what stopped it, or null. */
    private @Nullable Refusal advance(StoryFolder folder, MarkdownCopy copy, Standing.@Nullable Edition from)
            throws InterruptedException {
        if (from != null) {
            return advance(folder.story(), copy.copy().language(), from);
        }
        return switch (filed(folder, copy)) {
            case Answer.Accepted filed -> {
                accepted.incrementAndGet();
                Stamp stamp = filed.events().stream()
                        .flatMap(entry -> Optional.ofNullable(entry.event().stamp()).stream())
                        .findFirst()
                        .orElseThrow();
                yield advance(
                        folder.story(),
                        copy.copy().language(),
                        new Standing.Edition(Standing.State.DRAFT, false, stamp.version(), stamp.digest()));
            }
            case Answer.Refused refused -> refused.refused().refusal();
            case Answer.Repeated _ -> throw twice();
        };
    }

    private Answer filed(StoryFolder folder, MarkdownCopy copy) throws InterruptedException {
        MarkdownCopy.Translates from = copy.translates();
        return from == null
                ? desk.drafts().file(folder.story(), copy.site() == null ? site : copy.site(), copy.copy())
                : desk.translations().deliver(folder.story(), from.language(), from.version(), null, copy.copy());
    }

    private @Nullable Refusal advance(StoryId story, Language language, Standing.Edition from)
            throws InterruptedException {
        var reviews = desk.reviews();
        var publications = desk.publications();
        if (reviews == null || publications == null) {
            return null;
        }
        if (from.state() == Standing.State.NONE) {
            live.addAndGet(from.isLive() ? 1 : 0);
            return null;
        }
        Version version = from.version();
        Digest digest = from.digest();
        Refusal refusal = null;
        if (from.state() == Standing.State.DRAFT) {
            refusal = refusalOf(desk.drafts().submit(story, language, version, null));
        }
        if (refusal == null && from.state() != Standing.State.APPROVED) {
            refusal = refusalOf(reviews.approve(story, language, version, digest, Check.EDITOR));
        }
        if (refusal == null) {
            PublicationKind kind = from.isLive() ? PublicationKind.UPDATE : PublicationKind.FIRST;
            refusal = refusalOf(publications.publish(story, language, version, digest, kind, Notice.NONE));
            live.addAndGet(refusal == null ? 1 : 0);
        }
        return refusal;
    }

    private @Nullable Refusal refusalOf(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> {
                accepted.incrementAndGet();
                yield null;
            }
            case Answer.Refused refused -> refused.refused().refusal();
            case Answer.Repeated _ -> throw twice();
        };
    }

    private static IllegalStateException twice() {
        return new IllegalStateException("an import mints a new id for each command");
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
