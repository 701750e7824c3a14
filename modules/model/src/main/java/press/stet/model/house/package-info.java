/** Who works in the newsroom and may do what, and what a site demands of copy before readers see it. */
@NullMarked
package press.stet.model.house;

import org.jspecify.annotations.NullMarked;
