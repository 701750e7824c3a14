/** What came out: findings, as a table, as JSON and as plots. */
@NullMarked
package press.stet.bench.report;

import org.jspecify.annotations.NullMarked;
