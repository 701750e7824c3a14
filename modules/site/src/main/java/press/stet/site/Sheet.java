package press.stet.site;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent: nothing is left to be said but whether the reader has it already.
 *
 * @param headers by name
 * @param tag stands for the very bytes, as in {@code ETag}; null where nothing does
 * @param body compressed where the headers say so; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed through to the network; sheets are never compared
record Sheet(
        int status, Map<String, String> headers, @Nullable String tag, byte[] body) {}
