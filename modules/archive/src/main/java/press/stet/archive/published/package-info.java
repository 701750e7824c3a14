/** The published store: what readers see, edition by edition, with its lists and its full-text search. */
@NullMarked
package press.stet.archive.published;

import org.jspecify.annotations.NullMarked;
