/** The newsroom's topics: what each carries, under which key, how long, and how they are set up. */
@NullMarked
package press.stet.contract.topic;

import org.jspecify.annotations.NullMarked;
