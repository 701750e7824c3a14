/** How a command proves who sent it: signed tokens, those who issue them, and what is made of them. */
@NullMarked
package press.stet.contract.proof;

import org.jspecify.annotations.NullMarked;
