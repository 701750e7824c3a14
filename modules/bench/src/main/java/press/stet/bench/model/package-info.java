/** What the rules and the codec take by themselves, with neither broker nor store. */
@NullMarked
package press.stet.bench.model;

import org.jspecify.annotations.NullMarked;
