package press.stet.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which part of the house may know which. The modules' POMs say the same of modules; this also says it of packages. */
class TheHouseTest {
    /** Everything but tests, and but the classes that the build makes of schemas and of page templates. */
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("press.stet")
            .that(not(resideInAPackage("press.stet.wire..").or(nameMatching(".*\\.Jte\\w+Generated"))));

    @Test
    void every_module_knows_only_those_it_stands_on() {
        holds(module("model").standsOn());
        holds(module("contract").standsOn("model", "wire"));
        holds(module("draft").standsOn("contract", "model"));
        holds(module("review").standsOn("contract", "model"));
        holds(module("translation").standsOn("contract", "model"));
        holds(module("publish").standsOn("contract", "model"));
        holds(module("workflow").standsOn("contract", "model"));
        holds(module("archive").standsOn("contract", "model"));
        holds(module("site").standsOn("archive", "publish", "contract", "model"));
        holds(module("ops").standsOn("archive", "contract", "model"));
        holds(noClasses()
                .that(resideOutsideOfPackage("press.stet.testkit.."))
                .should()
                .dependOnClassesThat(resideInAPackage("press.stet.testkit..")));
    }

    @Test
    void the_model_needs_nothing_but_the_jdk() {
        holds(classes()
                .that(resideInAPackage("press.stet.model.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("press.stet.model..", "java..", "org.jspecify..")));
    }

    @Test
    void unpublished_copy_is_out_of_reach_of_the_readers_pages() {
        holds(noClasses()
                .that(resideInAPackage("press.stet.site.."))
                .should()
                .dependOnClassesThat(resideInAPackage("press.stet.archive.newsroom..")));
    }

    @Test
    void a_library_stays_in_the_module_it_came_for() {
        holds(only("workflow").knows("org.apache.kafka.streams.."));
        holds(only("review").knows("com.github.difflib.."));
        holds(only("translation").knows("net.sf.okapi.."));
        holds(only("archive").knows("org.jdbi.."));
        holds(only("site").knows("gg.jte.."));
    }

    @Test
    void no_two_packages_stand_on_each_other() {
        holds(slices().matching("press.stet.(**)").should().beFreeOfCycles());
    }

    @Test
    void things_are_named_for_what_they_are_in_a_newsroom() {
        holds(noClasses().should().haveNameMatching(".*(Util|Helper|Manager|Impl)s?"));
        holds(noClasses()
                .should()
                .resideInAnyPackage("..util..", "..common..", "..helper..", "..dto..", "..service.."));
    }

    @Test
    void only_the_command_line_prints_and_everything_else_logs_through_one_door() {
        holds(noClasses().should(USE_JAVA_UTIL_LOGGING));
        holds(noClasses().that(resideOutsideOfPackage("press.stet.newsroom..")).should(ACCESS_STANDARD_STREAMS));
    }

    @Test
    void nothing_that_a_whole_process_shares_can_change() {
        holds(fields().that().areStatic().should().beFinal());
    }

    @Test
    void the_page_is_about_the_whole_house() {
        assertThat(Stream.of("model", "contract", "workflow", "archive", "site", "ops", "newsroom"))
                .allMatch(module -> HOUSE.containPackage("press.stet." + module));
    }

    private static Part module(String name) {
        return new Part(name);
    }

    private static Part only(String name) {
        return new Part(name);
    }

    /** A rule also holds in a house where what it speaks of has not been built yet. */
    private static void holds(ArchRule rule) {
        rule.allowEmptyShould(true).check(HOUSE);
    }

    private record Part(String name) {
        ArchRule standsOn(String... others) {
            var below = Stream.concat(Stream.of(name), Stream.of(others))
                    .map(other -> "press.stet." + other + "..")
                    .toArray(String[]::new);
            return classes()
                    .that(resideInAPackage("press.stet." + name + ".."))
                    .should()
                    .onlyDependOnClassesThat(
                            resideOutsideOfPackage("press.stet..").or(resideInAnyPackage(below)));
        }

        /** The newsroom and the testkit put all modules together, and may know what each of them knows. */
        ArchRule knows(String library) {
            return noClasses()
                    .that(not(resideInAnyPackage(
                            "press.stet." + name + "..", "press.stet.newsroom..", "press.stet.testkit..")))
                    .should()
                    .dependOnClassesThat(resideInAPackage(library));
        }
    }
}
