/** A story's history as it was written: whether it is still that, and what the story was at any moment. */
@NullMarked
package press.stet.newsroom.record;

import org.jspecify.annotations.NullMarked;
