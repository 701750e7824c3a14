/**
 * Kafka, PostgreSQL and the schema registry as parts of a newsroom on one machine, and the directory that keeps their
 * data.
 */
@NullMarked
package press.stet.newsroom.embedded;

import org.jspecify.annotations.NullMarked;
