/** The way to PostgreSQL: one pool per schema and purpose, and the migrations of each schema. */
@NullMarked
package press.stet.archive.database;

import org.jspecify.annotations.NullMarked;
