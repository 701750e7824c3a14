package press.stet.newsroom.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import press.stet.contract.setup.Change;
import press.stet.contract.setup.Findings;
import press.stet.ops.topics.TopicFigures;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Topics in figures, as lines for people or as one object for tools. */
final class TopicsReport {

    private static final String NO_LIMIT = "-1";

    private final List<TopicFigures> topics;

    TopicsReport(List<TopicFigures> topics) {
        this.topics = List.copyOf(topics);
    }

    /** A line for each, under one that says what stands where. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("%-18s %5s  %-8s %-9s %-8s %9s %10s %10s %8s %8s"
                .formatted(
                        "topic",
                        "parts",
                        "policy",
                        "kept",
                        "time by",
                        "largest",
                        "on disk",
                        "offsets",
                        "last min",
                        "last hour"));
        topics.stream().map(TopicsReport::line).forEach(lines::add);
        topics.stream()
                .filter(each -> each.missingReplicas() > 0)
                .map(each ->
                        each.topic() + ": " + each.missingReplicas() + " copies of its partitions are not up to date")
                .forEach(lines::add);
        return lines;
    }

    private static String line(TopicFigures figures) {
        return "%-18s %5d  %-8s %-9s %-8s %9s %10s %10d %8d %8d"
                .formatted(
                        figures.topic(),
                        figures.partitions().size(),
                        setting(figures, TopicConfig.CLEANUP_POLICY_CONFIG),
                        kept(setting(figures, TopicConfig.RETENTION_MS_CONFIG)),
                        setting(figures, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG)
                                        .equals("LogAppendTime")
                                ? "broker"
                                : "writer",
                        bytes(Long.parseLong(setting(figures, TopicConfig.MAX_MESSAGE_BYTES_CONFIG))),
                        bytes(figures.bytes()),
                        figures.offsets(),
                        figures.minute(),
                        figures.hour());
    }

    private static String setting(TopicFigures figures, String key) {
        return figures.settings().getOrDefault(key, NO_LIMIT);
    }

    private static String kept(String millis) {
        if (millis.equals(NO_LIMIT)) {
            return "for ever";
        }
        Duration time = Duration.ofMillis(Long.parseLong(millis));
        return time.toDays() > 0 ? time.toDays() + " days" : time.toHours() + " h";
    }

    static String bytes(long bytes) {
        if (bytes < 1 << 10) {
            return bytes + " B";
        }
        return bytes < 1 << 20
                ? String.format(Locale.ROOT, "%.1f KiB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.2f MiB", bytes / 1024.0 / 1024);
    }

    /**
     * With what is not as it should be.
     *
     * @param done whether that was mended
     */
    ObjectNode json(Findings findings, boolean done) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode all = json.putArray("topics");
        for (TopicFigures each : topics) {
            ObjectNode topic = all.addObject()
                    .put("topic", each.topic().name())
                    .put("bytes", each.bytes())
                    .put("offsets", each.offsets())
                    .put("lastMinute", each.minute())
                    .put("lastHour", each.hour())
                    .put("missingReplicas", each.missingReplicas());
            ObjectNode settings = topic.putObject("settings");
            each.settings().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(setting -> settings.put(setting.getKey(), setting.getValue()));
            ArrayNode partitions = topic.putArray("partitions");
            for (TopicFigures.Partition partition : each.partitions()) {
                partitions
                        .addObject()
                        .put("partition", partition.number())
                        .put("begin", partition.begin())
                        .put("end", partition.end())
                        .put("lastMinute", partition.minute())
                        .put("lastHour", partition.hour())
                        .put("bytes", partition.bytes())
                        .put("replicas", partition.replicas())
                        .put("inSync", partition.inSync());
            }
        }
        ArrayNode changes = json.putArray(done ? "done" : "toDo");
        findings.changes().stream().map(Change::toString).forEach(changes::add);
        ArrayNode leftAlone = json.putArray("leftAlone");
        findings.leftAlone().forEach(leftAlone::add);
        return json;
    }
}
