/** Judgements of editors on their way into the newsroom. */
@NullMarked
package press.stet.review;

import org.jspecify.annotations.NullMarked;
