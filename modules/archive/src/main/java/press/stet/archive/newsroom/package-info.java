/** The newsroom view: every story, version, check, job and refusal, projected from the log and read on this machine alone. */
@NullMarked
package press.stet.archive.newsroom;

import org.jspecify.annotations.NullMarked;
