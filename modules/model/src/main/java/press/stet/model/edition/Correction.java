package press.stet.model.edition;

import java.time.Instant;

/** What readers are told was put right, and when. */
public record Correction(Instant at, String note) {}
