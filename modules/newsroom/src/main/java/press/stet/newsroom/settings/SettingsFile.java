package press.stet.newsroom.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads a YAML file into keys and what was written for each, with the line and column of each. */
final class SettingsFile {

    private final String file;
    private final JsonParser yaml;
    private final Map<String, Given> given = new LinkedHashMap<>();

    private SettingsFile(String file, JsonParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /**
     * Everything in the file; keys need not be known.
     *
     * @throws SettingsRefused if it cannot be read, is no YAML, or says a thing twice or not at all
     */
    static Map<String, Given> read(Path file) {
        try {
            return parse(file.toString(), Files.readString(file));
        } catch (IOException unreadable) {
            throw new SettingsRefused("the settings in " + file + " cannot be read as UTF-8 text: " + unreadable);
        }
    }

    static Map<String, Given> parse(String file, String text) {
        try (JsonParser yaml = new YAMLMapper().createParser(text)) {
            return new SettingsFile(file, yaml).whole();
        } catch (JacksonException malformed) {
            throw new SettingsRefused(at(file, malformed.getLocation()) + ": " + malformed.getOriginalMessage());
        }
    }

    private Map<String, Given> whole() {
        JsonToken first = yaml.nextToken();
        if (first == JsonToken.START_OBJECT) {
            object("");
        } else if (first != null) {
            throw new SettingsRefused(here() + ": settings are keys with values, such as 'kafka: {brokers: …}'");
        }
        return given;
    }

    private void object(String prefix) {
        while (yaml.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = prefix + yaml.currentName();
            String where = here();
            JsonToken value = yaml.nextToken();
            if (value == JsonToken.START_OBJECT) {
                object(key + ".");
            } else {
                keep(key, new Given(value == JsonToken.START_ARRAY ? list(key) : text(key), where));
            }
        }
    }

    /** A list is written as it would be in a variable. */
    private String list(String key) {
        List<String> each = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            each.add(text(key));
        }
        return String.join(",", each);
    }

    private String text(String key) {
        JsonToken value = yaml.currentToken();
        if (!value.isScalarValue() || value == JsonToken.VALUE_NULL) {
            throw new SettingsRefused(here() + ": " + key + " has no value; give it one, or leave it out");
        }
        return yaml.getString();
    }

    private void keep(String key, Given value) {
        Given before = given.put(key, value);
        if (before != null) {
            throw new SettingsRefused(value.where() + ": " + key + " stands at " + before.where() + " already");
        }
    }

    private String here() {
        return at(file, yaml.currentTokenLocation());
    }

    private static String at(String file, TokenStreamLocation location) {
        return file + ":" + location.getLineNr() + ":" + location.getColumnNr();
    }
}
