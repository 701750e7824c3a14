package press.stet.newsroom.house;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.copy.Section;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Deadlines;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.house.Sentences;
import press.stet.model.house.Staff;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a house from YAML. {@code docs/house.md} explains every key on a complete house. */
public final class HouseFile {

    /** The word for "whatever it is" in a list of languages or sections that is left out. */
    private static final String OTHERWISE = "otherwise";

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .build();

    private final String name;
    private final Path folder;

    private HouseFile(String name, Path folder) {
        this.name = name;
        this.folder = folder;
    }

    /** The house of a newsroom that was given none. */
    public static House standard() {
        try (InputStream file = HouseFile.class.getResourceAsStream("standard-house.yaml")) {
            if (file == null) {
                throw new IllegalStateException("standard-house.yaml is missing from this build");
            }
            return parse(
                    "standard-house.yaml", new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new IllegalStateException("standard-house.yaml cannot be read from this build", unreadable);
        }
    }

    /**
     * Reads a house file.
     *
     * @throws HouseRefused if it cannot be read or says what no house can
     */
    public static House read(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return new HouseFile(file.toString(), folder == null ? file : folder).house(Files.readString(file));
        } catch (IOException unreadable) {
            throw new HouseRefused(file.toString(), "cannot be read as UTF-8 text (" + unreadable.getMessage() + ")");
        }
    }

    static House parse(String name, String yaml) {
        return new HouseFile(name, Path.of("")).house(yaml);
    }

    private House house(String yaml) {
        Written written;
        try {
            written = YAML.readValue(yaml, Written.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new HouseRefused(
                    at(unknown), "unknown key '" + unknown.getPropertyName() + "'; known are " + known(unknown));
        } catch (JacksonException malformed) {
            throw new HouseRefused(at(malformed), malformed.getOriginalMessage());
        }
        if (written == null || written.sites == null || written.roles == null || written.staff == null) {
            throw new HouseRefused(name, "a house has 'sites', 'roles' and 'staff'");
        }
        Map<String, Role> roles = new HashMap<>();
        written.roles.forEach((key, role) -> roles.put(key, role(key, role)));
        List<HouseRules> sites = new ArrayList<>();
        written.sites.forEach((key, site) -> sites.add(site(key, site)));
        return new House(sites, staff(written.staff, roles), new IssuersOfFile(name, folder).read(written.issuers));
    }

    private String at(JacksonException problem) {
        var place = problem.getLocation();
        String line = place == null || place.getLineNr() < 1 ? "" : ":" + place.getLineNr() + ":" + place.getColumnNr();
        String path = problem.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return name + line + (path.isEmpty() ? "" : ": " + path);
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> keys = unknown.getKnownPropertyIds();
        return keys == null
                ? "none"
                : keys.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private Role role(String key, WrittenRole role) {
        String where = "roles." + key;
        return new Role(
                key,
                each(where + ".may", role.may, HouseFile::right),
                each(where + ".checks", role.checks, Check::new));
    }

    private static Right right(String key) {
        return Arrays.stream(Right.values())
                .filter(right -> right.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no right '" + key + "'; there are "
                        + Arrays.stream(Right.values()).map(Right::key).collect(Collectors.joining(", "))));
    }

    private Staff staff(Map<String, JsonNode> written, Map<String, Role> roles) {
        Map<Person, List<Grant>> members = new HashMap<>();
        written.forEach((account, grants) -> {
            String where = "staff." + account;
            List<Grant> held = new ArrayList<>();
            for (JsonNode grant : grants.isArray() ? grants : List.of(grants)) {
                held.add(grant(where, grant, roles));
            }
            members.put(one(where, account, Person::new), held);
        });
        return new Staff(1, members, List.of());
    }

    private Grant grant(String where, JsonNode grant, Map<String, Role> roles) {
        WrittenGrant written;
        try {
            written = grant.isString()
                    ? new WrittenGrant(grant.stringValue(), null, null)
                    : YAML.treeToValue(grant, WrittenGrant.class);
        } catch (UnrecognizedPropertyException unknown) {
            throw new HouseRefused(
                    name + ": " + where,
                    "unknown key '" + unknown.getPropertyName() + "'; known are " + known(unknown));
        } catch (JacksonException malformed) {
            throw new HouseRefused(name + ": " + where, malformed.getOriginalMessage());
        }
        Role role = written.role == null ? null : roles.get(written.role);
        if (role == null) {
            throw new HouseRefused(
                    name + ": " + where,
                    "there is no role '" + written.role + "'; 'roles' has "
                            + roles.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return new Grant(
                role,
                each(where + ".sections", written.sections, Section::new),
                each(where + ".languages", written.languages, Language::of));
    }

    private HouseRules site(String key, WrittenSite site) {
        String where = "sites." + key;
        Map<Section, Map<Language, String>> sections = new HashMap<>();
        orEmpty(site.sections).forEach((section, names) -> {
            Map<Language, String> told = new HashMap<>();
            orEmpty(names).forEach((language, text) -> told.put(one(where, language, Language::of), text));
            sections.put(one(where + ".sections", section, Section::new), told);
        });
        List<CheckRule> checks = new ArrayList<>();
        orEmpty(site.checks).forEach(check -> checks.add(check(where + ".checks", check)));
        WrittenByline byline = site.byline == null ? new WrittenByline(true, false) : site.byline;
        return new HouseRules(
                one(where, key, Site::new),
                1,
                site.title == null ? key : site.title,
                each(where + ".languages", site.languages, Language::of),
                sections,
                checks,
                byline.originals,
                byline.translations,
                fromLive(where, site.translateFrom),
                new TranslationsOfFile(name + ": " + where).read(site),
                deadlines(where + ".within", site.within),
                sentences(where + ".sentences", site.sentences));
    }

    private Deadlines deadlines(String where, @Nullable WrittenDeadlines within) {
        return within == null
                ? Deadlines.NONE
                : one(where, "", _ -> new Deadlines(duration(within.review), duration(within.remind)));
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : WrittenDuration.read(text);
    }

    private boolean fromLive(String where, @Nullable String from) {
        return switch (from) {
            case null -> false;
            case "approved" -> false;
            case "live" -> true;
            default -> throw refused(where + ".translate-from", "is 'approved' or 'live', not '" + from + "'");
        };
    }

    private CheckRule check(String where, WrittenCheck check) {
        if (check.check == null) {
            throw refused(where, "each rule names its 'check'");
        }
        CheckRule.Of of = switch (check.of) {
            case null -> CheckRule.Of.EVERY_EDITION;
            case "originals" -> CheckRule.Of.ORIGINALS;
            case "translations" -> CheckRule.Of.TRANSLATIONS;
            default ->
                throw refused(where, "'of' is 'originals' or 'translations', or left out, not '" + check.of + "'");
        };
        int quorum = check.quorum == null ? 1 : check.quorum;
        return new CheckRule(
                one(where, check.check, named -> new RequiredCheck(new Check(named), quorum)),
                of,
                each(where, check.sections, Section::new),
                each(where, check.languages, Language::of));
    }

    private Sentences sentences(String where, @Nullable Map<String, Map<String, String>> written) {
        Map<String, Map<String, String>> told = orEmpty(written);
        Set<String> unknown = new HashSet<>(told.keySet());
        unknown.removeAll(Set.of("corrected", "withdrawn", "killed", "stale"));
        if (!unknown.isEmpty()) {
            throw refused(
                    where,
                    "unknown key '" + unknown.iterator().next() + "'; known are corrected, killed, stale, withdrawn");
        }
        return new Sentences(
                notice(where, told.get("corrected"), Sentences.PLAIN.corrected()),
                notice(where, told.get("withdrawn"), Sentences.PLAIN.withdrawn()),
                notice(where, told.get("killed"), Sentences.PLAIN.killed()),
                notice(where, told.get("stale"), Sentences.PLAIN.stale()));
    }

    private Notice notice(String where, @Nullable Map<String, String> written, Notice plain) {
        if (written == null) {
            return plain;
        }
        List<Notice.Worded> worded = new ArrayList<>();
        written.forEach((language, text) -> {
            if (!language.equals(OTHERWISE)) {
                worded.add(new Notice.Worded(one(where, language, Language::of), text));
            }
        });
        return new Notice(worded, written.getOrDefault(OTHERWISE, plain.otherwise()));
    }

    private <T> Set<T> each(String where, @Nullable List<String> written, Function<String, T> meaning) {
        return written == null
                ? Set.of()
                : written.stream().map(text -> one(where, text, meaning)).collect(Collectors.toUnmodifiableSet());
    }

    private <T> T one(String where, String text, Function<String, T> meaning) {
        try {
            return meaning.apply(text);
        } catch (IllegalArgumentException nonsense) {
            throw refused(where, String.valueOf(nonsense.getMessage()));
        }
    }

    private HouseRefused refused(String where, String what) {
        return new HouseRefused(name + ": " + where, what);
    }

    private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
        return map == null ? Map.of() : map;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private record Written(
            @Nullable Map<String, WrittenSite> sites,
            @Nullable Map<String, WrittenRole> roles,
            @Nullable Map<String, JsonNode> staff,
            @Nullable Map<String, IssuersOfFile.Written> issuers) {}

    record WrittenSite(
            @Nullable String title,
            @Nullable List<String> languages,
            @Nullable Map<String, Map<String, String>> sections,
            @Nullable List<WrittenCheck> checks,
            @Nullable WrittenByline byline,

            @com.fasterxml.jackson.annotation.JsonProperty("translate-from") @Nullable String translateFrom,

            @Nullable List<TranslationsOfFile.Written> translations,
            @Nullable WrittenDeadlines within,
            @Nullable Map<String, Map<String, String>> sentences) {}

    private record WrittenCheck(
            @Nullable String check,
            @Nullable Integer quorum,
            @Nullable String of,
            @Nullable List<String> sections,
            @Nullable List<String> languages) {}

    private record WrittenDeadlines(
            @Nullable String review, @Nullable String remind) {}

    private record WrittenByline(boolean originals, boolean translations) {}

    private record WrittenRole(
            @Nullable List<String> may, @Nullable List<String> checks) {}

    private record WrittenGrant(
            @Nullable String role,
            @Nullable List<String> sections,
            @Nullable List<String> languages) {}
}
