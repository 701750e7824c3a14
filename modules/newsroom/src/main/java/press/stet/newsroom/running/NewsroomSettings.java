package press.stet.newsroom.running;

import java.util.Optional;
import press.stet.newsroom.house.House;

/**
 * What a newsroom on one machine is started with.
 *
 * @param port of the site and the newsroom view, on 127.0.0.1; 0 for any that is free
 * @param house to be put in force; empty to keep the one it has
 */
public record NewsroomSettings(int port, Optional<House> house) {

    private static final int HIGHEST_PORT = 65_535;

    public NewsroomSettings {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is a number from 0 to " + HIGHEST_PORT + ", got " + port);
        }
    }
}
