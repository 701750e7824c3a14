package press.stet.archive.published;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What all copies that are printed at one go have in common: everything that readers see, as it stood at one moment. Between two that
 * are equal nothing was published, changed or taken back, no embargo ended, and the store was not made anew.
 *
 * @param taken how far the log of editions was taken, and into which table; null before any of it was
 * @param opens when the next embargo ends; null where none does
 */
public record Impression(@Nullable String taken, @Nullable Instant opens) {}
