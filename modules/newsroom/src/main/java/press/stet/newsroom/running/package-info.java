/** The whole newsroom in one process: every part started in order, and stopped in order. */
@NullMarked
package press.stet.newsroom.running;

import org.jspecify.annotations.NullMarked;
