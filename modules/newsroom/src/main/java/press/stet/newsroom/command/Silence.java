package press.stet.newsroom.command;

import me.tongfei.progressbar.ProgressBarConsumer;

/** Takes what would be drawn where nobody looks. */
final class Silence implements ProgressBarConsumer {

    private static final int WIDTH = 80;

    @Override
    public int getMaxRenderedLength() {
        return WIDTH;
    }

    @Override
    public void accept(String drawn) {}

    @Override
    public void close() {}
}
