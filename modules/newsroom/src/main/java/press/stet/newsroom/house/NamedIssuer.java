package press.stet.newsroom.house;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a house file names as trusted to say who acts; its keys are yet to be read.
 *
 * @param where it stands in the file, for whoever must be told
 * @param name as its tokens name it
 * @param audience for whom its tokens must have been made
 * @param claim that names the person
 * @param keys a file or an https address with its keys; null where the issuer itself says where they are (OpenID Connect
 *     Discovery 1.0)
 */
public record NamedIssuer(
        String where,
        String name,
        String audience,
        String claim,
        @Nullable URI keys) {}
