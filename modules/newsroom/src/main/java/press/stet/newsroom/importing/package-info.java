/** Bringing a folder of stories into a newsroom: each once, however often it is begun. */
@NullMarked
package press.stet.newsroom.importing;

import org.jspecify.annotations.NullMarked;
