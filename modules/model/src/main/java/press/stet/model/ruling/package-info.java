/** The rule book: what follows from a command, or which rule refuses it. */
@NullMarked
package press.stet.model.ruling;

import org.jspecify.annotations.NullMarked;
