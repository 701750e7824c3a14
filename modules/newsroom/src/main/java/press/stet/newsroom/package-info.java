/** The whole newsroom in one process, and the command line to it. */
@NullMarked
package press.stet.newsroom;

import org.jspecify.annotations.NullMarked;
