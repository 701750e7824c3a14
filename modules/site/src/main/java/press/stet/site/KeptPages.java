package press.stet.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import press.stet.archive.published.Impression;
import press.stet.archive.published.PublishedStore;

/**
 * Pages as they were written last, for as long as nothing that readers see has changed anywhere. That is asked of the store for each
 * request, so that what is corrected, withdrawn or killed is so for every request that comes in after; but it is one small question,
 * and those who come in while it is asked share the next. Safe for use by many threads.
 */
final class KeptPages {

    /** All that is kept, in bytes. What is asked for least goes first. */
    private static final long MOST = 64L << 20;

    /** What an entry costs beside its bytes. */
    private static final int OVERHEAD = 500;

    /** What tells one page from another for readers who have no say in it. */
    record Address(String pathAndQuery, Representation representation, boolean compressed) {}

    private record Printing(Impression impression, Cache<Address, Sheet> sheets) {}

    private final SharedLook<Impression> impression;

    private volatile @Nullable Printing latest;

    KeptPages(PublishedStore store) {
        this.impression = new SharedLook<>(store::impression);
    }

    /**
     * A page.
     *
     * @param write makes it from what stands in the store; null where it is not the same for everybody, and then so is this
     */
    @Nullable Sheet of(Address address, Supplier<@Nullable Sheet> write) {
        return sheets(impression.now()).get(address, _ -> write.get());
    }

    private Cache<Address, Sheet> sheets(Impression now) {
        Printing printing = latest;
        if (printing == null || !printing.impression().equals(now)) {
            printing = new Printing(now, empty());
            latest = printing;
        }
        return printing.sheets();
    }

    private static Cache<Address, Sheet> empty() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST)
                .weigher((Address address, Sheet sheet) ->
                        OVERHEAD + 2 * address.pathAndQuery().length() + sheet.body().length)
                .build();
    }
}
