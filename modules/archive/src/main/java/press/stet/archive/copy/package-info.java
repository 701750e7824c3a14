/** Copy as JSON: as the database keeps it, and as tools of the newsroom read it. */
@NullMarked
package press.stet.archive.copy;

import org.jspecify.annotations.NullMarked;
