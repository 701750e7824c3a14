package press.stet.newsroom.running;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/** The one port of a newsroom on this machine: the readers' site, the newsroom view beside it, and how it is. */
final class FrontDoor implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final Javalin server;

    private FrontDoor(Javalin server) {
        this.server = server;
    }

    /**
     * Asks early whether the port can be had, so that nothing is started in vain.
     *
     * @throws PortTaken if it cannot
     */
    static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new PortTaken(port, taken);
        }
    }

    /**
     * Opens the port.
     *
     * @param about where a command finds the newsroom's parts
     * @param ready whether a command sent now would be ruled on and seen
     * @param routes everything else, the most particular first
     * @throws PortTaken if something else listens there
     */
    static FrontDoor open(int port, Map<String, Object> about, BooleanSupplier ready, Consumer<JavalinConfig> routes) {
        Javalin server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            health(config, "/health/live", () -> true);
            health(config, "/health/ready", ready);
            config.routes.get(
                    "/newsroom/about",
                    request -> request.contentType("application/json")
                            .result(JsonMapper.shared().writeValueAsString(about)));
            routes.accept(config);
        });
        try {
            return new FrontDoor(server.start(LOOPBACK, port));
        } catch (RuntimeException taken) {
            server.stop();
            throw new PortTaken(port, taken);
        }
    }

    private static void health(JavalinConfig config, String path, BooleanSupplier well) {
        Handler handler = request -> {
            boolean now = well.getAsBoolean();
            request.status(now ? 200 : 503).result(now ? "yes\n" : "not yet\n");
        };
        config.routes.get(path, handler).head(path, handler);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
