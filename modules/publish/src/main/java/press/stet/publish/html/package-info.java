/** Copy as markup that may leave the house. */
@NullMarked
package press.stet.publish.html;

import org.jspecify.annotations.NullMarked;
