/** How a cluster or a database is brought to what the newsroom needs: found out first, told, and changed only then. */
@NullMarked
package press.stet.contract.setup;

import org.jspecify.annotations.NullMarked;
