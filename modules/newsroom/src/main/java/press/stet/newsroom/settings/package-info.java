/** What a part of the newsroom is told at its start: by a file, by the environment and on the command line. */
@NullMarked
package press.stet.newsroom.settings;

import org.jspecify.annotations.NullMarked;
