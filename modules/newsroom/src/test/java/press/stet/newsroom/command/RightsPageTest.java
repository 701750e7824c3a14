package press.stet.newsroom.command;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import press.stet.archive.database.Role;
import press.stet.archive.database.Schema;
import press.stet.contract.access.Principal;
import press.stet.contract.access.Right;

/** The page for whoever runs a newsroom says of its rights what is given and taken. */
class RightsPageTest {

    private static final Path PAGE = Path.of("../../docs/running.md");
    private static final String COMMAND = "mvn -q test -pl modules/newsroom -am -Dtest=RightsPageTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dstet.write=true";
    private static final String BEGIN =
            "<!-- Made from press.stet.contract.access.Rights and press.stet.archive.database.Role."
                    + " Change those, then run:\n     " + COMMAND + " -->\n";
    private static final String END = "<!-- So far. -->\n";

    @Test
    void the_page_says_who_may_what() throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);
        assertThat(begin).as("where the tables begin").isGreaterThanOrEqualTo(BEGIN.length());
        assertThat(end).as("where the tables end").isGreaterThanOrEqualTo(begin);
        if (Boolean.getBoolean("stet.write")) {
            Files.writeString(PAGE, page.substring(0, begin) + tables() + page.substring(end));
        } else {
            assertThat(page.substring(begin, end)).as("run: %s", COMMAND).isEqualTo(tables());
        }
    }

    private static String tables() {
        StringBuilder tables = new StringBuilder("\nKafka:\n\n| who | may | on | for |\n|---|---|---|---|\n");
        for (Principal principal : Principal.values()) {
            principal.rights().stream()
                    .collect(groupingBy(
                            right -> List.of(right.operations(), right.on().resourceType(), right.why()),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .forEach(same -> tables.append(line(principal, same)));
        }
        tables.append("\nPostgreSQL:\n\n| who | schema | may, in every table |\n|---|---|---|\n");
        for (Role role : Role.values()) {
            for (Schema schema : Schema.values()) {
                String rows = String.join(", ", role.rows(schema)).toLowerCase(Locale.ROOT);
                tables.append(
                        "| `%s` | `%s` | %s |\n".formatted(role, schema.key(), rows.isEmpty() ? "nothing" : rows));
            }
        }
        return tables.append('\n').toString();
    }

    private static String line(Principal principal, List<Right> same) {
        Right any = same.getFirst();
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        principal,
                        any.operations(),
                        same.stream().map(Right::place).collect(joining(", ")),
                        any.why());
    }
}
