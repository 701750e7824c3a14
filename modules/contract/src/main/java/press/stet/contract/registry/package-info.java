/** The schema registry: which schema an id stands for, and which id a schema has. */
@NullMarked
package press.stet.contract.registry;

import org.jspecify.annotations.NullMarked;
