package press.stet.bench;

import picocli.CommandLine;

/** Where {@code stet bench} begins. */
public final class StetBench {

    private StetBench() {}

    /** Runs what the words ask for, and ends the process with its exit status. */
    public static void main(String[] words) {
        System.exit(new CommandLine(new BenchCommand()).execute(words));
    }
}
