package press.stet.newsroom.settings;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The variables {@code STET_*} of a process. An empty one counts as not set, since that is how compose files leave one out. */
final class Environment {

    private static final String OURS = "STET_";

    /** Which are not settings of a part: of the command line, of the test suites, and of what builds and names images. */
    private static final Pattern OTHERS =
            Pattern.compile("STET_(AS|NEWSROOM|TOKEN|SETTINGS|CI_PORT|([A-Z]+_)?IMAGE|DOCKER_[A-Z]+)");

    private Environment() {}

    /**
     * What they set.
     *
     * @throws SettingsRefused if one sets nothing that there is
     */
    static Map<String, Given> read(Map<String, String> variables) {
        Map<String, Given> given = new LinkedHashMap<>();
        new TreeMap<>(variables).forEach((variable, text) -> {
            String key = Concerns.BY_VARIABLE.get(variable);
            if (key != null && !text.isEmpty()) {
                given.put(key, new Given(text, variable));
            } else if (key == null
                    && variable.startsWith(OURS)
                    && !OTHERS.matcher(variable).matches()) {
                throw new SettingsRefused("the variable " + variable + " sets nothing; the nearest that does is "
                        + Nearest.to(variable, Concerns.BY_VARIABLE.keySet()));
            }
        });
        return given;
    }
}
