package press.stet.newsroom.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import press.stet.contract.proof.Token;

/** Takes the token of whoever gives a command: from a file, or from the environment, since all of a machine see its command lines. */
final class Bearer {

    static final String VARIABLE = "STET_TOKEN";

    private Bearer() {}

    /**
     * The token in this file, else the one in the environment, else null.
     *
     * @throws WrongUsage if what was given is no token; it is not repeated
     */
    static @Nullable Token token(@Nullable Path file) {
        if (file != null) {
            return read("the file " + file, text(file));
        }
        String text = System.getenv(VARIABLE);
        return text == null || text.isBlank() ? null : read("the variable " + VARIABLE, text);
    }

    private static Token read(String where, String text) {
        try {
            return Token.of(text);
        } catch (IllegalArgumentException none) {
            throw new WrongUsage(where + " holds no token: " + none.getMessage());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new WrongUsage("the token in " + file + " cannot be read: " + unreadable);
        }
    }
}
