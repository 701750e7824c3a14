package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import press.stet.model.Language;

class ReaderLanguagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            ru                              | en ru ar    | ru
            ru-RU,ru;q=0.9,en;q=0.8         | en ru ar    | ru
            en;q=0.8,ru;q=0.9               | en ru ar    | ru
            fr-CA,de                        | en de       | de
            zh-Hant-TW                      | en zh-Hant  | zh-Hant
            pt                              | en pt-BR    | pt-BR
            pt,en                           | en pt-BR    | pt-BR
            uz-Cyrl-UZ                      | en uz       | uz
            iw                              | en he       | he
            RU                              | en ru       | ru
            ru;q=0                          | ru en       | -
            ja                              | en ru       | -
            en-;;q=what                     | en ru       | -
            -                               | en ru       | -
            """)
    void the_reader_gets_the_language_liked_best(@Nullable String header, String offered, @Nullable String best) {
        List<Language> languages =
                Arrays.stream(offered.split(" ", -1)).map(Language::of).toList();

        assertThat(ReaderLanguages.read(header)
                        .bestOf(languages)
                        .map(Language::tag)
                        .orElse(null))
                .isEqualTo(best);
    }

    @Test
    void a_reader_who_takes_any_language_gets_the_one_most_is_published_in() {
        assertThat(ReaderLanguages.read("*").bestOf(List.of(Language.of("kk"), Language.of("en"))))
                .contains(Language.of("kk"));
    }
}
