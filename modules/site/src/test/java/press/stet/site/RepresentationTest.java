package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RepresentationTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"*/*", "nonsense;q=x", " , ,"})
    void a_client_that_does_not_say_gets_a_page(@Nullable String accept) {
        assertThat(Representation.chosenBy(accept)).contains(Representation.HTML);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json                                                | JSON
            Application/JSON                                                | JSON
            application/json; charset=utf-8                                 | JSON
            application/json, text/plain, */*                               | JSON
            application/*                                                   | JSON
            text/html                                                       | HTML
            text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML
            application/json, text/html                                     | HTML
            application/json;q=0.9, text/html;q=0.8                         | JSON
            application/json;q=0.8, text/html;q=0.9                         | HTML
            application/json;q=0.5, */*;q=0.4                               | JSON
            application/json;q=0.4, */*;q=0.5                               | HTML
            text/html;q=0, */*                                              | JSON
            text/*;q=0.3, application/json;q=0.2                            | HTML
            image/png, */*;q=0.1                                            | HTML
            """)
    void a_client_gets_what_it_likes_best(String accept, Representation chosen) {
        assertThat(Representation.chosenBy(accept)).contains(chosen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "application/xml, text/plain", "*/*;q=0", "text/html;q=0.0, application/json;q=0"})
    void a_client_that_wants_neither_form_gets_none(String accept) {
        assertThat(Representation.chosenBy(accept)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gzip               | true
            gzip, deflate, br  | true
            *                  | true
            gzip;q=0           | false
            *, gzip;q=0        | false
            br                 | false
            identity           | false
            """)
    void a_page_is_compressed_only_for_those_who_can_unpack_it(String acceptEncoding, boolean allowed) {
        assertThat(Preferences.read(acceptEncoding).allow("gzip")).isEqualTo(allowed);
    }
}
