package press.stet.model.ruling;

import press.stet.model.copy.BlockId;

/**
 * Something that a copy lacks.
 *
 * @param block where; {@link BlockId#NOT_GIVEN} where it concerns the copy as a whole
 * @param what in a sentence for the writer
 */
public record Violation(BlockId block, String what) {}
