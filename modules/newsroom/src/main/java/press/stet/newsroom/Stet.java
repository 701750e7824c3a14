package press.stet.newsroom;

import press.stet.newsroom.command.StetCommand;

/** The {@code stet} program. */
public final class Stet {

    private Stet() {}

    public static void main(String[] words) {
        System.exit(StetCommand.run(words));
    }
}
