/** The house file: the house rules and staff of a newsroom, as its people write them. */
@NullMarked
package press.stet.newsroom.house;

import org.jspecify.annotations.NullMarked;
