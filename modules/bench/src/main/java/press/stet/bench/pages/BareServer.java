package press.stet.bench.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** The same server that the site runs on, and nothing on it but answers kept in memory, sent again byte by byte. */
final class BareServer implements AutoCloseable {

    /** Which the server writes by itself. */
    private static final List<String> OWN = List.of("date", "server", "connection", "transfer-encoding");

    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    BareServer(Map<String, KeptOpen.Answer> answers) throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract.NonBlocking() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                KeptOpen.Answer answer = answers.get(request.getHttpURI().getPath());
                return answer != null && send(answer, request, response, callback);
            }
        });
        server.start();
    }

    private static boolean send(KeptOpen.Answer answer, Request request, Response response, Callback callback) {
        boolean known = answer.header("etag").equals(request.getHeaders().get("If-None-Match"));
        for (String line : answer.headers()) {
            int colon = line.indexOf(':');
            String name = line.substring(0, colon);
            if (!OWN.contains(name.toLowerCase(Locale.ROOT)) && !(known && name.startsWith("Content-"))) {
                response.getHeaders().put(name, line.substring(colon + 1).strip());
            }
        }
        if (known) {
            response.setStatus(304);
            callback.succeeded();
        } else {
            response.write(true, answer.body().duplicate(), callback);
        }
        return true;
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }
}
