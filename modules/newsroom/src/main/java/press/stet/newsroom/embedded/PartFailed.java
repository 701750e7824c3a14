package press.stet.newsroom.embedded;

import org.jspecify.annotations.Nullable;

/** A part of the newsroom did not start; what had been started of it has been stopped again. */
public final class PartFailed extends RuntimeException {

    PartFailed(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
