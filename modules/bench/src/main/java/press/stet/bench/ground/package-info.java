/** What is measured on: real brokers, a registry and a database, and the commands of a working newsroom. */
@NullMarked
package press.stet.bench.ground;

import org.jspecify.annotations.NullMarked;
