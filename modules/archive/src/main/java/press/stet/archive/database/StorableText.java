package press.stet.archive.database;

import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/**
 * Text as PostgreSQL can keep it. It has no room for the character U+0000, which copy or a tool's name may carry; a replacement
 * character stands in its place, since a record that cannot be stored would stop everything behind it.
 */
public final class StorableText extends AbstractArgumentFactory<String> {

    StorableText() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
        return (position, statement, _) -> statement.setString(position, of(text));
    }

    /** The text with every U+0000 replaced by U+FFFD. */
    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
