/** What readers must be able to rely on in the published store. */
@NullMarked
package press.stet.archive.published;

import org.jspecify.annotations.NullMarked;
