package press.stet.site;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.archive.published.PublishedStore;

/**
 * The readers' pages, as HTML and as JSON. They set no cookie, need no script and load nothing but their own stylesheet and the
 * pictures that copy names. Safe for use by many threads.
 */
public final class Site {

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    /** Own stylesheet and icon, pictures over https, and a form that asks this site. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; img-src https: 'self'; style-src 'self'; base-uri 'none'; form-action 'self'; "
                    + "frame-ancestors 'none'";

    private static final Map<String, String> SECURITY = Map.of(
            "Content-Security-Policy", CONTENT_SECURITY_POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
            "Cross-Origin-Opener-Policy", "same-origin");

    private static final List<HandlerType> NOT_FOR_READERS = List.of(
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS,
            HandlerType.TRACE);

    private final Kiosk kiosk;
    private final Delivery delivery;
    private final KeptPages pages;

    public Site(PublishedStore store, SiteSettings settings) {
        PublishedStore shown = settings.site().map(store::of).orElse(store);
        this.kiosk = new Kiosk(shown);
        this.delivery = new Delivery(new Pages(shown, settings));
        this.pages = new KeptPages(shown);
    }

    /**
     * Takes every address of the server that nothing else was registered for, so it comes last: what was registered before is
     * found before, method by method, and what answers GET answers HEAD only if it was registered for that too.
     */
    public void register(JavalinConfig config) {
        page(config, "/", kiosk::entrance);
        page(config, "/search", kiosk::search);
        page(config, "/stories/{story}", kiosk::story);
        page(config, "/stories/{story}/{language}", kiosk::storyIn);
        get(config, "/assets/{file}", this::asset);
        keptPage(config, "/{language}", kiosk::front);
        keptPage(config, "/{language}/{section}", kiosk::department);
        keptPage(config, "/{language}/{section}/{page}", kiosk::edition);
        page(config, "/<elsewhere>", kiosk::nowhere);
        for (HandlerType method : NOT_FOR_READERS) {
            config.routes.addHttpHandler(method, "/", this::refuseMethod);
            config.routes.addHttpHandler(method, "/<elsewhere>", this::refuseMethod);
        }
    }

    /** A page that is found and written for each request. */
    private void page(JavalinConfig config, String path, Function<Enquiry, Answer> find) {
        get(config, path, request -> answer(request, find));
    }

    /** A page that may be the same for everybody. */
    private void keptPage(JavalinConfig config, String path, Function<Enquiry, Answer> find) {
        get(config, path, request -> answer(request, (enquiry, as) -> kept(enquiry, as, find)));
    }

    /** HEAD is asked like GET; the server sends the headers alone. */
    private static void get(JavalinConfig config, String path, Handler handler) {
        config.routes.get(path, handler).head(path, handler);
    }

    private void answer(Context request, Function<Enquiry, Answer> find) {
        answer(request, (enquiry, as) -> written(find.apply(enquiry), as, enquiry));
    }

    private void answer(Context request, BiFunction<Enquiry, Representation, Sheet> sheet) {
        SECURITY.forEach(request::header);
        Delivery.send(sheet(request, new Enquiry(request), sheet), request);
    }

    private Sheet sheet(Context request, Enquiry enquiry, BiFunction<Enquiry, Representation, Sheet> sheet) {
        Representation as = Representation.chosenBy(request.header("Accept")).orElse(null);
        if (as == null) {
            String offered = "readers' pages are text/html and application/json";
            return written(enquiry.noPage(Problem.NOT_ACCEPTABLE, offered), Representation.JSON, enquiry);
        }
        try {
            return sheet.apply(enquiry, as);
        } catch (BadRequest bad) {
            return written(enquiry.noPage(Problem.BAD_REQUEST, bad.detail()), as, enquiry);
        } catch (RuntimeException fault) {
            LOG.error("no page could be made for {}", request.path(), fault);
            request.header("Retry-After", "5");
            return written(enquiry.noPage(problem(fault), ""), as, enquiry);
        }
    }

    private Sheet kept(Enquiry enquiry, Representation as, Function<Enquiry, Answer> find) {
        Sheet kept = pages.of(enquiry.address(as), () -> {
            Answer answer = find.apply(enquiry);
            return Delivery.dependsOnReader(answer) ? null : written(answer, as, enquiry);
        });
        return kept == null ? written(find.apply(enquiry), as, enquiry) : kept;
    }

    private Sheet written(Answer answer, Representation as, Enquiry enquiry) {
        return delivery.write(answer, as, enquiry.takesCompressed());
    }

    /** A database that is away comes back; what else fails is ours to mend. */
    private static Problem problem(RuntimeException fault) {
        boolean away = Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .anyMatch(SQLException.class::isInstance);
        return away ? Problem.UNAVAILABLE : Problem.FAULT;
    }

    private void refuseMethod(Context request) {
        answer(
                request.header("Allow", "GET, HEAD"),
                enquiry -> enquiry.noPage(Problem.METHOD_NOT_ALLOWED, "readers' pages answer GET and HEAD"));
    }

    private void asset(Context request) {
        Assets.at(request.path())
                .ifPresentOrElse(
                        asset -> {
                            SECURITY.forEach(request::header);
                            Delivery.send(Delivery.write(asset, new Enquiry(request).takesCompressed()), request);
                        },
                        () -> answer(request, kiosk::nowhere));
    }
}
