/** The names and numbers that everything else in the newsroom is said with. */
@NullMarked
package press.stet.model;

import org.jspecify.annotations.NullMarked;
