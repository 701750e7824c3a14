/** What readers may see of an edition now. */
@NullMarked
package press.stet.model.edition;

import org.jspecify.annotations.NullMarked;
