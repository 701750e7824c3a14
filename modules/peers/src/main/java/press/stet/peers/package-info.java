/** What workflow engines and a connector of others make of the same work as Stet's, on the same machine. */
@NullMarked
package press.stet.peers;

import org.jspecify.annotations.NullMarked;
