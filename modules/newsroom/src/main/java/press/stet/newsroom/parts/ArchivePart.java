package press.stet.newsroom.parts;

import io.javalin.config.JavalinConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import press.stet.archive.Archive;
import press.stet.archive.ArchiveSettings;
import press.stet.archive.newsroom.About;
import press.stet.archive.projection.PartitionHealth;
import press.stet.archive.projection.ProjectionHealth;
import press.stet.archive.projection.Standing;
import press.stet.archive.published.PublishedStore;
import press.stet.contract.connection.RegistryConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topics;
import press.stet.newsroom.parts.PartHealth.Alarm;
import press.stet.newsroom.parts.PartHealth.State;

/** An instance of the archive, with the newsroom view on its port. */
public final class ArchivePart implements Part {

    private final ArchiveSettings settings;
    private final About about;
    private final Registry registry;
    private final Archive archive;

    public ArchivePart(ArchiveSettings settings, RegistryConnection registry, int partitions) {
        this.settings = settings;
        this.about = new About(settings.kafka().brokers(), registry.url(), partitions);
        this.registry = Registry.at(registry);
        this.archive = Archive.open(settings, new MessageCodec(this.registry));
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public void register(JavalinConfig http) {
        archive.newsroomRoutes().register(http, about);
    }

    /** What readers may see. */
    public PublishedStore published() {
        return archive.published();
    }

    @Override
    public void start(Waiting waiting) throws InterruptedException {
        waiting.untilDone("PostgreSQL", archive::migrate);
        new Cluster(settings.kafka())
                .await(waiting, List.of(Topics.EVENTS, Topics.COPIES, Topics.REFUSALS, Topics.STAFF, Topics.EDITIONS));
        archive.start();
    }

    @Override
    public PartHealth health() {
        List<ProjectionHealth> health = archive.health();
        List<Alarm> alarms = health.stream().flatMap(ArchivePart::alarms).toList();
        if (health.stream().anyMatch(ProjectionHealth::ended)) {
            return new PartHealth(State.FAILED, List.of(), alarms);
        }
        List<String> waitsFor = new ArrayList<>();
        health.stream().flatMap(ArchivePart::waitsFor).distinct().forEach(waitsFor::add);
        if (!archive.isReady() && waitsFor.isEmpty()) {
            waitsFor.add("everything that stood in the log when it started");
        }
        return new PartHealth(archive.isReady() ? State.READY : State.WAITING, waitsFor, alarms);
    }

    private static Stream<String> waitsFor(ProjectionHealth projection) {
        Stream<String> whole = Stream.ofNullable(projection.trouble());
        Stream<String> partly = projection.partitions().stream()
                .map(PartitionHealth::standing)
                .filter(Standing.Waiting.class::isInstance)
                .map(standing -> ((Standing.Waiting) standing).why());
        return Stream.concat(whole, partly).map(why -> projection.projection() + ": " + why);
    }

    private static Stream<Alarm> alarms(ProjectionHealth projection) {
        Stream<Alarm> whole = projection.ended()
                ? Stream.of(new Alarm(projection.projection(), String.valueOf(projection.trouble()), null))
                : Stream.empty();
        Stream<Alarm> partly = projection.partitions().stream()
                .flatMap(partition -> partition.standing() instanceof Standing.Stopped stopped
                        ? Stream.of(new Alarm(
                                projection.projection() + "/" + partition.topic() + "-" + partition.partition(),
                                "it goes no further at offset " + stopped.at() + ": " + stopped.why(),
                                null))
                        : Stream.empty());
        return Stream.concat(whole, partly);
    }

    @Override
    public void close() {
        archive.close();
        registry.close();
    }
}
