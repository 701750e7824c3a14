/** Handouts as XLIFF 2.1, the form that translators' tools share. */
@NullMarked
package press.stet.translation.xliff;

import org.jspecify.annotations.NullMarked;
