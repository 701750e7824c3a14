/** The newsroom view on a real database, told of stories by the rule book itself. */
@NullMarked
package press.stet.archive.newsroom;

import org.jspecify.annotations.NullMarked;
