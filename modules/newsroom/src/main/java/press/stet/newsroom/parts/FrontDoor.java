package press.stet.newsroom.parts;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import press.stet.newsroom.settings.HttpSettings;

/** The one port of a part, or of a whole newsroom: how it is, from the first moment, and whatever else it serves. */
public final class FrontDoor implements AutoCloseable {

    private final Javalin server;
    private final HttpSettings settings;

    private FrontDoor(Javalin server, HttpSettings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Asks early whether the port can be had, so that nothing is started in vain.
     *
     * @throws PortTaken if it cannot
     */
    public static void requireFree(HttpSettings settings) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(settings.address(), settings.port()));
        } catch (IOException taken) {
            throw new PortTaken(settings.address(), settings.port(), taken);
        }
    }

    /**
     * Opens the port.
     *
     * @param health asked anew for every answer
     * @param routes everything but {@code /health}, the most particular first
     * @throws PortTaken if something else listens there
     * @throws CannotRun if certificates or key cannot be used
     */
    public static FrontDoor open(HttpSettings settings, Supplier<PartHealth> health, Consumer<JavalinConfig> routes) {
        requireFree(settings);
        Javalin server = Javalin.create(config -> {
            config.concurrency.useVirtualThreads = true;
            config.startup.showJavalinBanner = false;
            config.jetty.addConnector((jetty, http) -> connector(jetty, http, settings));
            health(config, "/health/live", health, PartHealth::isLive);
            health(config, "/health/ready", health, PartHealth::isReady);
            routes.accept(config);
        });
        try {
            return new FrontDoor(server.start(), settings);
        } catch (RuntimeException failure) {
            server.stop();
            throw failure;
        }
    }

    private static ServerConnector connector(Server server, HttpConfiguration http, HttpSettings settings) {
        ServerConnector connector = Certificate.of(settings)
                .map(certificate -> {
                    HttpConfiguration secure = new HttpConfiguration(http);
                    // Whoever reaches this machine may call it by another name than its certificate does.
                    secure.addCustomizer(new SecureRequestCustomizer(false));
                    HttpConnectionFactory plain = new HttpConnectionFactory(secure);
                    return new ServerConnector(
                            server, new SslConnectionFactory(certificate.context(), plain.getProtocol()), plain);
                })
                .orElseGet(() -> new ServerConnector(server, new HttpConnectionFactory(http)));
        connector.setHost(settings.address());
        connector.setPort(settings.port());
        return connector;
    }

    private static void health(
            JavalinConfig config, String path, Supplier<PartHealth> health, Predicate<PartHealth> well) {
        Handler handler = request -> {
            PartHealth now = health.get();
            request.status(well.test(now) ? 200 : 503)
                    .header("Cache-Control", "no-store")
                    .contentType("application/json")
                    .result(now.json());
        };
        config.routes.get(path, handler).head(path, handler);
    }

    public int port() {
        return server.port();
    }

    /** Where it is found from this machine. */
    public URI address() {
        String scheme = settings.certificates() == null ? "http" : "https";
        return URI.create(scheme + "://" + settings.address() + ":" + port());
    }

    @Override
    public void close() {
        server.stop();
    }
}
