package press.stet.newsroom.embedded;

import java.nio.file.Path;

/** A directory holds something else than newsroom data that this build can read; nothing in it has been touched. */
public final class NotNewsroomData extends RuntimeException {

    private NotNewsroomData(String message) {
        super(message);
    }

    static NotNewsroomData somethingElse(Path directory) {
        return new NotNewsroomData(
                "%s is not empty and holds no newsroom. Give --data an empty directory, or one that does not exist yet."
                        .formatted(directory));
    }

    static NotNewsroomData nothingStarted(Path directory) {
        return new NotNewsroomData(
                "No newsroom was ever started on %s, or it is another person's. Give the --data that ./stet newsroom was given."
                        .formatted(directory));
    }

    static NotNewsroomData ofAnotherFormat(Path directory, String format, int known) {
        return new NotNewsroomData(
                "%s was written in format '%s'; this build reads formats up to %d. Use the Stet that wrote it, or a newer one."
                        .formatted(directory, format, known));
    }
}
