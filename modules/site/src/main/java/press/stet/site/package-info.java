/** The pages that readers see. */
@NullMarked
package press.stet.site;

import org.jspecify.annotations.NullMarked;
