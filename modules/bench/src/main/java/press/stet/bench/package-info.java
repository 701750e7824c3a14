/** Measures how fast the newsroom is, against the limits of the machine and against its peers. */
@NullMarked
package press.stet.bench;

import org.jspecify.annotations.NullMarked;
