/** What becomes of it all when there are many stories, and when an instance dies. */
@NullMarked
package press.stet.bench.state;

import org.jspecify.annotations.NullMarked;
