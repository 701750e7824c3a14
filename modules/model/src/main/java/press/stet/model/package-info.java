/** What a newsroom knows: the words that every other module speaks. */
@NullMarked
package press.stet.model;

import org.jspecify.annotations.NullMarked;
