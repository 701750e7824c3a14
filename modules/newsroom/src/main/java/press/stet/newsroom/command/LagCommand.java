package press.stet.newsroom.command;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import press.stet.archive.Applied;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.DatabaseUnavailable;
import press.stet.archive.database.Schema;
import press.stet.newsroom.settings.Settings;
import press.stet.ops.lag.Follower;
import press.stet.ops.lag.LagReader;
import press.stet.ops.lag.Place;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet ops lag}: what has come in and was not read yet, by whom, and since when it waits. */
@Command(
        name = "lag",
        description =
                "How far each that follows the newsroom's topics is behind: the workflow, the archive's projections,"
                        + " and groups of others; and how old the oldest record is that waits. The archive's offsets stand in"
                        + " its database: name that in the settings, or --data for a newsroom on this machine.",
        footer = "%nThe exit status is 1 where a follower could not be looked at.")
final class LagCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() throws InterruptedException {
        try (Session session = common.open()) {
            Whereabouts where = session.whereabouts();
            Map<String, Map<TopicPartition, Long>> projections = new HashMap<>();
            String unknown = readInto(projections, common.settings(), where);
            List<Follower> followers = new LagReader(where.kafka()).look(projections);
            Instant now = Instant.now();
            if (session.json()) {
                session.out().println(json(followers, now, unknown));
                session.out().flush();
            } else {
                followers.forEach(follower -> tell(follower, now, session));
                if (unknown != null) {
                    session.say("The archive could not be looked at: " + unknown);
                }
            }
            return unknown == null ? ExitStatus.DONE : ExitStatus.FAILED;
        }
    }

    /** Where the archive's projections are, or why that is not known. */
    private @Nullable String readInto(
            Map<String, Map<TopicPartition, Long>> projections, Settings settings, Whereabouts where) {
        try {
            DatabaseSettings database = database(settings, where);
            for (Schema schema : Schema.values()) {
                projections.put(schema.key(), Applied.to(database, schema));
            }
            return null;
        } catch (DatabaseUnavailable | CannotBeDone away) {
            projections.clear();
            return away.getMessage();
        }
    }

    private DatabaseSettings database(Settings settings, Whereabouts where) {
        if (settings.nameDatabase()) {
            return settings.database();
        }
        if (settings.nameKafka()) {
            throw new CannotBeDone("its offsets stand in its database: set database.url, database.user and"
                    + " database.password-file");
        }
        var onThisMachine = data.whereabouts();
        if (!onThisMachine.kafka().brokers().equals(where.kafka().brokers())) {
            throw new CannotBeDone(data.directory() + " is the data of another newsroom, whose Kafka was at "
                    + onThisMachine.kafka() + " and not at " + where.kafka() + ": name the right one with --data");
        }
        return onThisMachine.database();
    }

    private static void tell(Follower follower, Instant now, Session session) {
        Optional<Instant> oldest = follower.places().stream()
                .flatMap(place -> Optional.ofNullable(place.oldest()).stream())
                .min(Instant::compareTo);
        session.say("%s (%s): %s"
                .formatted(
                        TerminalText.line(follower.name()),
                        members(follower.members()),
                        oldest.map(time -> counted(follower.waiting()) + ", the oldest for " + age(time, now))
                                .orElse("nothing waits")));
        for (Place place : follower.places()) {
            Instant time = place.oldest();
            if (time != null) {
                session.say("  %s  %s from offset %d on, the oldest since %s (%s)"
                        .formatted(place.partition(), counted(place.waiting()), place.next(), time, age(time, now)));
            }
            if (place.lost() > 0) {
                session.say("  %s  %d offsets from %d on were deleted before they were read"
                        .formatted(place.partition(), place.lost(), place.next()));
            }
        }
    }

    private static String members(int members) {
        return switch (members) {
            case 0 -> "nobody reads";
            case 1 -> "1 member";
            default -> members + " members";
        };
    }

    private static String counted(long waiting) {
        return waiting == 1 ? "1 waits" : waiting + " wait";
    }

    private static String age(Instant time, Instant now) {
        Duration age = Duration.between(time, now);
        if (age.isNegative()) {
            return "0 s";
        }
        if (age.toMinutes() < 2) {
            return "%.1f s".formatted(age.toMillis() / 1000.0);
        }
        return age.toHours() < 2
                ? age.toMinutes() + " min"
                : age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " days";
    }

    private static ObjectNode json(List<Follower> followers, Instant now, @Nullable String unknown) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode all = json.putArray("followers");
        for (Follower each : followers) {
            ObjectNode follower = all.addObject()
                    .put("follower", each.name())
                    .put("members", each.members())
                    .put("waiting", each.waiting());
            ArrayNode partitions = follower.putArray("partitions");
            for (Place place : each.places()) {
                Instant oldest = place.oldest();
                partitions
                        .addObject()
                        .put("topic", place.partition().topic())
                        .put("partition", place.partition().partition())
                        .put("next", place.next())
                        .put("end", place.end())
                        .put("waiting", place.waiting())
                        .put("lost", place.lost())
                        .put("oldest", oldest == null ? null : oldest.toString())
                        .put(
                                "ageMillis",
                                oldest == null
                                        ? null
                                        : Math.max(
                                                0, Duration.between(oldest, now).toMillis()));
            }
        }
        json.put("unknown", unknown);
        return json;
    }
}
