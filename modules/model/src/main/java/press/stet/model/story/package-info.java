/** The states a story goes through, and how its history brings them about. */
@NullMarked
package press.stet.model.story;

import org.jspecify.annotations.NullMarked;
