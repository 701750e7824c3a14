/** A real PostgreSQL for the archive's tests. */
@NullMarked
package press.stet.archive.database;

import org.jspecify.annotations.NullMarked;
