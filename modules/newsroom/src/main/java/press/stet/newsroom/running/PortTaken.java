package press.stet.newsroom.running;

/** Something else listens where the newsroom was to. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTaken(int port, Throwable cause) {
        super(
                "port " + port
                        + " on 127.0.0.1 is taken, perhaps by another newsroom; stop that, or choose another port with"
                        + " --port",
                cause);
    }
}
