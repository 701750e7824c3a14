package press.stet.newsroom.running;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.database.DatabaseSettings;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.RegistryConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.proof.Tokens;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.TopicSetup;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.EmbeddedDatabase;
import press.stet.newsroom.embedded.EmbeddedParts;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.parts.ArchivePart;
import press.stet.newsroom.parts.FrontDoor;
import press.stet.newsroom.parts.Part;
import press.stet.newsroom.parts.PartHealth;
import press.stet.newsroom.parts.Waiting;
import press.stet.newsroom.parts.WorkflowPart;
import press.stet.newsroom.settings.HttpSettings;
import press.stet.newsroom.token.KeyFile;
import press.stet.site.Site;
import press.stet.site.SiteSettings;
import press.stet.workflow.WorkflowSettings;

/**
 * A newsroom in this process, on parts that are the real ones: Kafka, a schema registry and PostgreSQL. Started once, closed
 * once; {@link #close} may come from any thread, also while it still starts.
 */
public final class Newsroom implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Newsroom.class);

    /** A command is taken within milliseconds, or waits for a broker that comes back. */
    private static final Duration TO_BE_TAKEN = Duration.ofMinutes(10);

    private final DataDirectory data;
    private final NewsroomSettings settings;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Waiting waiting = new Waiting();
    private volatile boolean closed;

    private volatile int port;
    private volatile @Nullable KafkaConnection kafka;
    private volatile URI registryUrl = URI.create("");

    private Newsroom(DataDirectory data, NewsroomSettings settings, Progress progress) {
        this.data = data;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * A newsroom that does not run yet.
     *
     * @param data where its state is kept between starts; closed with the newsroom
     */
    public static Newsroom with(DataDirectory data, NewsroomSettings settings, Progress progress) {
        Newsroom newsroom = new Newsroom(data, settings, progress);
        newsroom.keep(data);
        return newsroom;
    }

    /**
     * Starts everything and returns when a command can be taken.
     *
     * @throws press.stet.newsroom.parts.PortTaken if something else listens on its port
     * @throws press.stet.newsroom.embedded.PartFailed if a part does not start
     * @throws press.stet.newsroom.token.KeysUnfit if its own keys cannot be used
     * @throws press.stet.newsroom.house.HouseRefused if keys of an issuer that its house names cannot be read
     * @throws InterruptedException if interrupted; what had been started was stopped
     */
    public void start() throws InterruptedException {
        try {
            startParts();
        } catch (RuntimeException | InterruptedException failure) {
            close();
            throw failure;
        }
    }

    private void startParts() throws InterruptedException {
        HttpSettings http = HttpSettings.onThisMachine(settings.port());
        FrontDoor.requireFree(http);
        EmbeddedParts parts = keep(new EmbeddedParts(data, progress));
        parts.start();
        KafkaConnection kafka = KafkaConnection.open(parts.kafka().bootstrapServers());
        this.kafka = kafka;
        registryUrl = parts.registry().url();
        Registry registry = keep(Registry.at(registryUrl));
        MessageCodec codec = new MessageCodec(registry);
        setUpTopics(kafka, registry);
        TokenIssuer own = TokenIssuer.own(KeyFile.at(data.tokensKey()).keysOrNew());
        HouseOffice office = new HouseOffice(kafka, codec, own.trusted());
        office.putInForce(settings.house()).forEach(change -> progress.tell("In force: " + change));
        RegistryConnection registryAt = RegistryConnection.open(registryUrl);
        WorkflowSettings rules = WorkflowSettings.onOneMachine(kafka, data.streams());
        Part workflow = keep(new WorkflowPart(settings.demandsProof() ? rules.demandingProof() : rules, registryAt));
        workflow.start(waiting);
        DatabaseSettings database = new DatabaseSettings(
                parts.database().create(EmbeddedDatabase.ARCHIVE),
                parts.database().user(),
                parts.database().password());
        ArchiveSettings kept = ArchiveSettings.onOneMachine(kafka, database);
        ArchivePart archive = keep(new ArchivePart(
                settings.demandsProof() ? kept.demandingProof() : kept, registryAt, Topics.PARTITIONS_OF_ONE_MACHINE));
        archive.start(waiting);
        Site site = new Site(archive.published(), SiteSettings.titled(office.title()));
        FrontDoor door = keep(FrontDoor.open(http, () -> health(workflow, archive), config -> {
            archive.register(config);
            site.register(config);
        }));
        port = door.port();
        awaitReady(workflow, archive);
    }

    private void setUpTopics(KafkaConnection kafka, Registry registry) throws InterruptedException {
        try (Admin admin = Admin.create(kafka.settings())) {
            List<String> done = new TopicSetup(admin, registry, Topics.PARTITIONS_OF_ONE_MACHINE).apply();
            if (!done.isEmpty()) {
                progress.tell("Topics and schemas are set up");
            }
        }
    }

    private void awaitReady(Part workflow, Part archive) throws InterruptedException {
        while (!health(workflow, archive).isReady()) {
            if (closed) {
                throw new InterruptedException("the newsroom was stopped while it started");
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private static PartHealth health(Part workflow, Part archive) {
        return PartHealth.together(List.of(workflow.health(), archive.health()));
    }

    /** Of the site and the newsroom view. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * Where its Kafka is.
     *
     * @throws IllegalStateException before it has been started
     */
    public KafkaConnection kafka() {
        KafkaConnection known = kafka;
        if (known == null) {
            throw new IllegalStateException("the newsroom has not been started");
        }
        return known;
    }

    /**
     * Proves whatever is sent from this process, as the newsroom's own issuer with the keys that it has now.
     *
     * @throws press.stet.newsroom.token.KeysUnfit before it has been started
     */
    public Tokens tokens() {
        TokenIssuer own = TokenIssuer.own(KeyFile.at(data.tokensKey()).keys());
        return dispatch -> own.issue(dispatch.actor(), dispatch.tool(), Instant.now(), TO_BE_TAKEN);
    }

    /** Where its schema registry is. */
    public URI registry() {
        return registryUrl;
    }

    /** Stops everything, the last started first. Does nothing the second time. */
    @Override
    public void close() {
        closed = true;
        waiting.end();
        while (true) {
            AutoCloseable last;
            synchronized (running) {
                last = running.pollLast();
            }
            if (last == null) {
                return;
            }
            try {
                last.close();
            } catch (Exception failure) {
                LOG.error("{} did not stop in order", last.getClass().getSimpleName(), failure);
            }
        }
    }

    private <T extends AutoCloseable> T keep(T part) {
        synchronized (running) {
            running.addLast(part);
        }
        return part;
    }
}
