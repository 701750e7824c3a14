package press.stet.testkit.running;

import java.nio.file.Path;
import press.stet.archive.database.Schema;
import press.stet.archive.rebuild.Ending;
import press.stet.archive.rebuild.Rebuild;
import press.stet.archive.rebuild.Watcher;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.embedded.Whereabouts;

/** A process that rebuilds the newsroom view and is gone in the middle, as after {@code kill -9}. */
final class HaltedRebuild {

    private HaltedRebuild() {}

    /**
     * Runs it.
     *
     * @param words the data directory, and the beginning of the step that it ends in
     */
    public static void main(String[] words) {
        Whereabouts newsroom = Whereabouts.of(Path.of(words[0]));
        try (Registry registry = Registry.at(newsroom.registry())) {
            new Rebuild(newsroom.kafka(), newsroom.database(), new MessageCodec(registry), halting(words[1]))
                    .run(Schema.NEWSROOM, Ending.SWAP);
        }
    }

    private static Watcher halting(String where) {
        return new Watcher() {
            @Override
            public void taken(long done, long of) {
                halt("taken");
            }

            @Override
            public void begins(String step) {
                halt(step);
            }

            private void halt(String step) {
                if (step.startsWith(where)) {
                    Runtime.getRuntime().halt(137);
                }
            }
        };
    }
}
