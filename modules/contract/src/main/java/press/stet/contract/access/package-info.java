/** Who may do what with the newsroom's topics, written down once, and how brokers are told. */
@NullMarked
package press.stet.contract.access;

import org.jspecify.annotations.NullMarked;
