package press.stet.newsroom.running;

import java.util.Optional;
import press.stet.newsroom.house.House;

/**
 * What a newsroom on one machine is started with.
 *
 * @param port of the site and the newsroom view, on 127.0.0.1; 0 for any that is free
 * @param house to be put in force; empty to keep the one it has
 * @param demandsProof whether it takes nobody at their word, on this machine either
 */
public record NewsroomSettings(int port, Optional<House> house, boolean demandsProof) {

    private static final int HIGHEST_PORT = 65_535;

    /** Of one that takes the people of its machine at their word. */
    public NewsroomSettings(int port, Optional<House> house) {
        this(port, house, false);
    }

    public NewsroomSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is a number from 0 to " + HIGHEST_PORT + ", got " + port);
        }
    }
}
