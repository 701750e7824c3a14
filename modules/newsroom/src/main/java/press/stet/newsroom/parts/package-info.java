/**
 * The parts of a newsroom as processes of their own: each waits for what it needs, says how it is, and ends in order. A newsroom
 * on one machine has the same parts in one process ({@code running}).
 */
@NullMarked
package press.stet.newsroom.parts;

import org.jspecify.annotations.NullMarked;
