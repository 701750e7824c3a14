/** What stands in PostgreSQL, projected from the log. */
@NullMarked
package press.stet.archive;

import org.jspecify.annotations.NullMarked;
