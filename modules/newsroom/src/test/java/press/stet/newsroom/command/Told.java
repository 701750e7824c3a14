package press.stet.newsroom.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a shell learns of a command.
 *
 * @param err what is told beside the answer
 */
record Told(int status, String out, String err) {

    /** Gives a command to a newsroom, in this process. */
    static Told of(URI newsroom, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = Stream.concat(Arrays.stream(words), Stream.of("--newsroom", newsroom.toString()))
                .toList();
        int status = StetCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
        return new Told(status, out.toString(), err.toString());
    }

    Told done() {
        return with(0);
    }

    /** It was done, and this was told of it. */
    Told done(String... told) {
        return done().telling(told);
    }

    Told with(int expected) {
        assertThat(status).as(this.toString()).isEqualTo(expected);
        return this;
    }

    Told telling(String... told) {
        assertThat(out).contains(told);
        return this;
    }

    Told complaining(String... told) {
        assertThat(err).contains(told);
        return this;
    }

    /** The one object that it printed. */
    JsonNode json() {
        assertThat(out.strip().lines()).as("one object on one line").hasSize(1);
        JsonNode json = JsonMapper.shared().readTree(out);
        assertThat(json.isObject()).isTrue();
        return json;
    }
}
