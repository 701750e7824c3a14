/** The chain of digests that ties a story's events together, so that an altered history does not verify. */
@NullMarked
package press.stet.contract.history;

import org.jspecify.annotations.NullMarked;
