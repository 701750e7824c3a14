package press.stet.testkit.rules;

import java.time.Instant;
import java.util.UUID;
import press.stet.model.CommandId;
import press.stet.model.StoryId;

/** Mints ids that are the same in every run, and others than those of another series. Not for several threads. */
public final class Ids {

    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 1L << 63;

    /** Spreads counted numbers over all bits (Steele and others, Fast splittable pseudorandom number generators, 2014). */
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final int series;
    private long minted;

    public Ids(int series) {
        this.series = series;
    }

    /** Goes on as this one does, apart from it. */
    Ids branch() {
        Ids branch = new Ids(series);
        branch.minted = minted;
        return branch;
    }

    public CommandId command(Instant at) {
        return new CommandId(next(at));
    }

    public StoryId story(Instant at) {
        return new StoryId(next(at));
    }

    private UUID next(Instant at) {
        minted++;
        long most = (at.toEpochMilli() << 16) | VERSION | (minted & 0xFFF);
        return new UUID(most, (((minted + ((long) series << 32)) * GOLDEN_GAMMA) >>> 2) | VARIANT);
    }
}
