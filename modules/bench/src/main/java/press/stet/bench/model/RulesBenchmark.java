package press.stet.bench.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import press.stet.bench.ground.Life;
import press.stet.model.command.Arrival;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Story;
import press.stet.testkit.house.TheHouse;

/** The whole life of a story by rules alone: every command ruled on, what follows evolved, its texts digested and kept. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RulesBenchmark {

    private final List<Life> lives = Life.ordinary(1, 20);
    private int next;

    /** How many commands one life is: what is measured is a whole one. */
    static int commands() {
        return Life.ordinary(1, 1).getFirst().steps().size();
    }

    /** A life, another one each time. */
    @Benchmark
    public @Nullable Story life() {
        Map<Source, Copy> texts = new HashMap<>();
        Circumstances circumstances = new Circumstances(
                _ -> TheHouse.RULES,
                TheHouse.STAFF,
                (language, version) -> texts.get(new Source(language, version)),
                null);
        Story story = null;
        for (Arrival arrival : lives.get(next++ % lives.size()).arrivals()) {
            if (Editor.rule(story, arrival, circumstances) instanceof Ruling.Accepted accepted) {
                accepted.texts()
                        .forEach(text -> texts.put(new Source(text.copy().language(), text.version()), text.copy()));
                texts.keySet().removeAll(accepted.dropped());
                story = accepted.story();
            } else {
                throw new IllegalStateException("a life that cannot be lived");
            }
        }
        return story;
    }
}
