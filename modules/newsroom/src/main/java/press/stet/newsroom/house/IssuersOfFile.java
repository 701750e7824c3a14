package press.stet.newsroom.house;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import press.stet.contract.proof.TokenIssuer;
import press.stet.model.house.Issuer;

/**
 * Reads the issuers of a house file.
 *
 * @param name of the file
 * @param folder that keys in files are found from
 */
record IssuersOfFile(String name, Path folder) {

    record Written(
            @Nullable String audience,
            @Nullable String person,
            @Nullable String keys) {}

    List<NamedIssuer> read(@Nullable Map<String, Written> written) {
        return written == null
                ? List.of()
                : written.entrySet().stream()
                        .map(each -> issuer(each.getKey(), each.getValue()))
                        .toList();
    }

    private NamedIssuer issuer(String issuer, @Nullable Written written) {
        String where = name + ": issuers." + issuer;
        if (issuer.isBlank() || issuer.equals(TokenIssuer.OWN)) {
            throw new HouseRefused(
                    where,
                    "an issuer goes by the 'iss' of its tokens; '" + TokenIssuer.OWN
                            + "' is the newsroom's own and stands in no file");
        }
        if (written == null || written.audience() == null || written.audience().isBlank()) {
            throw new HouseRefused(where, "say for whom its tokens must be made, as 'audience'");
        }
        URI keys = written.keys() == null ? null : address(where, written.keys());
        if (keys == null && !isAddress(issuer)) {
            throw new HouseRefused(
                    where, "say where its 'keys' are: a JWKS file or an https address; its name is no address to ask");
        }
        return new NamedIssuer(
                where, issuer, written.audience(), Objects.requireNonNullElse(written.person(), Issuer.SUBJECT), keys);
    }

    private URI address(String where, String keys) {
        if (!isAddress(keys)) {
            return folder.resolve(keys).toAbsolutePath().toUri();
        }
        try {
            return new URI(keys);
        } catch (URISyntaxException nonsense) {
            throw new HouseRefused(where, "'keys' is no address: " + nonsense.getMessage());
        }
    }

    private static boolean isAddress(String text) {
        return text.startsWith("https://") || text.startsWith("http://");
    }
}
