package press.stet.newsroom.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import press.stet.contract.proof.PrivateKeys;
import press.stet.model.house.Issuer;

class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void keys_are_made_once_and_nobody_else_may_read_them() throws IOException {
        Path newsroom = folder.resolve("of/a/newsroom");
        Path file = newsroom.resolve("tokens.key");
        List<Issuer.Key> made = KeyFile.at(file).keysOrNew().published();

        assertThat(KeyFile.at(file).keysOrNew().published()).isEqualTo(made);
        assertThat(KeyFile.at(file).keys().published()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(left(newsroom)).containsExactly(file);
    }

    @Test
    void two_that_make_keys_at_once_have_the_same() throws Exception {
        Path file = folder.resolve("tokens.key");
        Callable<List<Issuer.Key>> making = () -> KeyFile.at(file).keysOrNew().published();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            List<Future<List<Issuer.Key>>> made =
                    Stream.generate(() -> many.submit(making)).limit(8).toList();
            for (Future<List<Issuer.Key>> each : made) {
                assertThat(each.get()).isEqualTo(KeyFile.at(file).keys().published());
            }
        }
        assertThat(left(folder)).containsExactly(file);
    }

    @Test
    void other_keys_take_the_place_of_those_there_were() throws IOException {
        KeyFile file = KeyFile.at(folder.resolve("tokens.key"));
        PrivateKeys more = file.keysOrNew().withNewKey();
        file.replaceBy(more);

        assertThat(file.keys().published()).isEqualTo(more.published()).hasSize(2);
        assertThat(left(folder)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("tokens.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void keys_that_others_may_read_are_not_used() throws IOException {
        Path file = folder.resolve("tokens.key");
        KeyFile.at(file).keysOrNew();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        assertThatExceptionOfType(KeysUnfit.class)
                .isThrownBy(() -> KeyFile.at(file).keys())
                .withMessageContaining(file.toString())
                .withMessageContaining("chmod 600");
    }

    @Test
    void a_file_with_something_else_is_named_and_not_repeated() throws IOException {
        Path file = folder.resolve("tokens.key");
        Files.writeString(file, "geheim");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        assertThatExceptionOfType(KeysUnfit.class)
                .isThrownBy(() -> KeyFile.at(file).keysOrNew())
                .withMessageContaining(file.toString())
                .satisfies(unfit -> assertThat(unfit.getMessage()).doesNotContain("geheim"));
    }

    @Test
    void keys_that_are_missing_are_said_to_be_made_by() {
        assertThatExceptionOfType(KeysUnfit.class)
                .isThrownBy(() -> KeyFile.at(folder.resolve("none.key")).keys())
                .withMessageContaining("stet ops house");
    }

    private static List<Path> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }
}
