package press.stet.newsroom.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How the {@code stet} command asks the newsroom view, which {@code --newsroom} or {@code STET_NEWSROOM} names.
 *
 * @param certificates a PEM file of those who may vouch for it where its address is https; left out for those that the JDK knows
 */
record NewsroomKeys(@Nullable Path certificates) {

    static final NewsroomKeys USUAL = new NewsroomKeys(null);
}
