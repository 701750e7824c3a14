package press.stet.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Files that pages need. The name of each holds a digest of its content, so a browser may keep it for ever. */
final class Assets {

    /** A file under the address that pages load it from. */
    record Asset(String path, String type, String content) {}

    static final Asset STYLESHEET = load("site", "css", "text/css; charset=utf-8");
    static final Asset ICON = load("icon", "svg", "image/svg+xml");

    private static final Map<String, Asset> BY_PATH =
            List.of(STYLESHEET, ICON).stream().collect(Collectors.toUnmodifiableMap(Asset::path, Function.identity()));

    private Assets() {}

    static Optional<Asset> at(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    private static Asset load(String name, String suffix, String type) {
        String file = name + "." + suffix;
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the site was built without its file " + file);
            }
            byte[] content = in.readAllBytes();
            String path = "/assets/" + name + "." + Fingerprint.of(content).substring(0, 16) + "." + suffix;
            return new Asset(path, type, new String(content, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the site's file " + file + " cannot be read", unreadable);
        }
    }
}
