/** Drafts on their way into the newsroom. */
@NullMarked
package press.stet.draft;

import org.jspecify.annotations.NullMarked;
