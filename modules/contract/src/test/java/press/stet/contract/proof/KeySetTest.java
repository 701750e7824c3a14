package press.stet.contract.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import press.stet.model.house.Issuer;

class KeySetTest {

    @Test
    void keys_are_kept_with_nothing_beside_them() throws JOSEException {
        JWK published = new ECKeyGenerator(Curve.P_256)
                .keyID("2026")
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .generate()
                .toPublicJWK();

        assertThat(KeySet.read(set(published)).keys()).singleElement().satisfies(key -> {
            assertThat(key.id()).isEqualTo("2026");
            assertThat(key.jwk()).contains("\"kty\":\"EC\"", "\"kid\":\"2026\"").doesNotContain("use", "alg");
        });
    }

    @Test
    void keys_that_no_token_is_taken_by_are_left_out_and_named() throws JOSEException {
        KeySet set = KeySet.read(set(
                new ECKeyGenerator(Curve.P_256).keyID("good").generate().toPublicJWK(),
                new ECKeyGenerator(Curve.P_384).keyID("curve").generate().toPublicJWK(),
                new RSAKeyGenerator(1024, true).keyID("short").generate().toPublicJWK(),
                new RSAKeyGenerator(2048)
                        .keyID("pss")
                        .algorithm(JWSAlgorithm.PS256)
                        .generate()
                        .toPublicJWK(),
                new RSAKeyGenerator(2048)
                        .keyID("enc")
                        .keyUse(KeyUse.ENCRYPTION)
                        .generate()
                        .toPublicJWK(),
                new ECKeyGenerator(Curve.P_256).generate().toPublicJWK()));

        assertThat(set.keys()).extracting(Issuer.Key::id).containsExactly("good");
        assertThat(set.leftOut())
                .satisfiesExactly(
                        line -> assertThat(line).contains("'curve'", "neither"),
                        line -> assertThat(line).contains("'short'", "2048 bits"),
                        line -> assertThat(line).contains("'pss'", "PS256"),
                        line -> assertThat(line).contains("'enc'", "'enc'"),
                        line -> assertThat(line).contains("no id"));
    }

    @Test
    void a_private_key_is_refused_and_not_repeated() throws JOSEException {
        JWK key = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        JWK secret = new OctetSequenceKeyGenerator(256).keyID("ours").generate();
        for (JWK each : new JWK[] {key, secret}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> KeySet.read("{\"keys\":[" + each.toJSONString() + "]}"))
                    .withMessageContaining("'" + each.getKeyID() + "' is a private or secret one")
                    .satisfies(refused -> assertThat(refused.getMessage())
                            .doesNotContain(
                                    secret.toOctetSequenceKey().getKeyValue().toString()));
        }
    }

    @Test
    void a_set_without_a_key_is_none() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeySet.read("{\"keys\":[]}"))
                .withMessageContaining("no key");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeySet.read("<html>"))
                .withMessageContaining("no set of JSON Web Keys");
    }

    @Test
    void private_keys_come_back_from_their_file_and_are_not_printed() {
        PrivateKeys keys = PrivateKeys.made().withNewKey();
        assertThat(PrivateKeys.read(keys.written()).published()).isEqualTo(keys.published());
        assertThat(keys.toString()).contains(keys.published().getFirst().id()).doesNotContain("\"d\"");
        assertThat(keys.published()).allSatisfy(key -> assertThat(key.jwk()).doesNotContain("\"d\""));
    }

    @Test
    void what_is_no_file_of_private_keys_is_refused_without_being_repeated() {
        for (String text :
                new String[] {"", "geheim", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"geheim\"}]}"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PrivateKeys.read(text))
                    .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("geheim"));
        }
    }

    private static String set(JWK... keys) {
        return Stream.of(keys).map(JWK::toJSONString).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
    }
}
