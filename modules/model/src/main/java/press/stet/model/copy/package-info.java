/** What an edition says: its copy, block by block, and how copy is named, compared and kept the same through versions. */
@NullMarked
package press.stet.model.copy;

import org.jspecify.annotations.NullMarked;
