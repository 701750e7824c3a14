package press.stet.newsroom.settings;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What {@code stet ops house} and {@code stet ops token} sign the newsroom's own tokens with.
 *
 * @param key the file with the private keys, which nobody but its owner may read: whoever can, can act as anybody. Made where
 *     there is none. A newsroom on one machine has it in its data
 */
record TokenKeys(@Nullable Path key) {

    static final TokenKeys USUAL = new TokenKeys(null);
}
