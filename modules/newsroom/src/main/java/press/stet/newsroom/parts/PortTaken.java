package press.stet.newsroom.parts;

/** Something else listens where a part or a newsroom was to. */
public final class PortTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PortTaken(String address, int port, Throwable cause) {
        super(
                "port " + port + " on " + address
                        + " is taken, perhaps by another newsroom; stop that, or choose another port with --port",
                cause);
    }
}
