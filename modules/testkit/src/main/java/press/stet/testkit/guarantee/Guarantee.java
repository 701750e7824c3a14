package press.stet.testkit.guarantee;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import press.stet.model.StoryId;
import press.stet.testkit.log.Log;

/**
 * Something that the newsroom promises, whatever happens. Each judges a log by itself, by nothing that the rules use: of a random
 * walk, of a topology in a test, or of a real newsroom's topics after a fault.
 */
public sealed interface Guarantee
        permits NothingUnapproved,
                FourEyes,
                NothingBeforeEmbargo,
                ScheduleEndsOnce,
                KilledForEver,
                NumbersIncrease,
                AnOutcomeForEveryCommand,
                NoSecondOutcome,
                TheSameStory,
                StaleInExactlyThese {

    /** Every guarantee that can be judged by a log alone. */
    List<Guarantee> ALL = List.of(
            new NothingUnapproved(),
            new FourEyes(),
            new NothingBeforeEmbargo(),
            new ScheduleEndsOnce(),
            new KilledForEver(),
            new NumbersIncrease(),
            new AnOutcomeForEveryCommand(),
            new NoSecondOutcome(),
            new TheSameStory(),
            new StaleInExactlyThese());

    /** In a sentence. */
    String promise();

    /** Where the log breaks the promise; empty where it was kept. */
    List<Breach> breaches(Log log);

    /** Where a log breaks any promise. */
    static List<Breach> broken(Log log) {
        List<Breach> breaches = new ArrayList<>();
        ALL.forEach(guarantee -> breaches.addAll(guarantee.breaches(log)));
        return breaches;
    }

    /** Takes breaches down. */
    record Findings(Guarantee guarantee, List<Breach> breaches) {

        Findings(Guarantee guarantee) {
            this(guarantee, new ArrayList<>());
        }

        void unless(boolean kept, StoryId story, Supplier<String> what) {
            if (!kept) {
                breaches.add(new Breach(guarantee, story, what.get()));
            }
        }
    }
}
