@NullMarked
package press.stet.site;

import org.jspecify.annotations.NullMarked;
