package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newsroom that cannot start leaves nothing behind. */
class NewsroomCommandTest {

    @Test
    void a_port_that_is_taken_is_told_before_anything_is_made(@TempDir Path place) throws IOException {
        Path data = place.resolve("data");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            int status = StetCommand.run(
                    new PrintWriter(out), new PrintWriter(err), "newsroom", "--data", data.toString(), "--port", port);
            assertThat(status).isEqualTo(1);
            assertThat(err.toString()).contains(port);
        }
        assertThat(out.toString()).isEmpty();
        assertThat(data).doesNotExist();
    }
}
