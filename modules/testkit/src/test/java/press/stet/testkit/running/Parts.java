package press.stet.testkit.running;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** The processes that a newsroom on one machine runs beside its own. They need not be its children: found by its data. */
final class Parts {

    private Parts() {}

    static ProcessHandle registry(Path data) throws IOException {
        return running(List.of("-Dstet.registry=" + data.toRealPath()));
    }

    /** The server; each of its connections is a child of it. */
    static ProcessHandle database(Path data) throws IOException {
        return running(List.of("-D", data.toRealPath().resolve("postgres").toString()));
    }

    /** What a process was started with, as Linux keeps it: {@code cmdline} or {@code environ}. */
    static List<String> words(ProcessHandle process, String kept) throws IOException {
        Path file = Path.of("/proc", Long.toString(process.pid()), kept);
        return List.of(new String(Files.readAllBytes(file), UTF_8).split("\0"));
    }

    private static ProcessHandle running(List<String> arguments) {
        List<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> isRunWith(process, arguments))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " processes were started with " + arguments);
        }
        return found.getFirst();
    }

    private static boolean isRunWith(ProcessHandle process, List<String> arguments) {
        try {
            return Collections.indexOfSubList(words(process, "cmdline"), arguments) >= 0;
        } catch (IOException gone) {
            return false;
        }
    }
}
