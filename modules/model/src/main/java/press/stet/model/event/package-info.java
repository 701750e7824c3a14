/** What has happened to a story. An event is a fact: it is never refused and never changed. */
@NullMarked
package press.stet.model.event;

import org.jspecify.annotations.NullMarked;
