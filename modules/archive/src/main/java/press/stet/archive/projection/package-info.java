/** How the archive follows the log: readers of its topics that keep their place in the database, with the rows they write. */
@NullMarked
package press.stet.archive.projection;

import org.jspecify.annotations.NullMarked;
