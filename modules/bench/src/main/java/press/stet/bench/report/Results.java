package press.stet.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code results.json} of a folder: what was found, with every repeat, so that a run may go on by name and what it does not measure
 * again stands.
 */
public final class Results {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    private Results(Path file) {
        this.file = file;
    }

    /** Those of a folder, which is made where it is not there. */
    public static Results in(Path folder) throws IOException {
        return new Results(Files.createDirectories(folder).resolve("results.json"));
    }

    /** Everything that stands there, in the order it was measured first. */
    public List<Finding> read() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        JSON.readTree(Files.readString(file)).forEach(node -> findings.add(finding(node)));
        return findings;
    }

    /** Puts new findings in the place of those that the same benches left before. */
    public List<Finding> put(List<Finding> news) throws IOException {
        Set<String> again = news.stream().map(Finding::bench).collect(Collectors.toSet());
        List<Finding> all = new ArrayList<>(read());
        all.removeIf(finding -> again.contains(finding.bench()));
        all.addAll(news);
        ArrayNode written = JSON.createArrayNode();
        all.forEach(finding -> written.add(node(finding)));
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(written) + "\n");
        return all;
    }

    private static ObjectNode node(Finding finding) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", finding.bench())
                .put("metric", finding.metric())
                .put("unit", finding.unit().name())
                .put("ours", finding.oursMedian())
                .put("limit", finding.limitMedian())
                .put("peer", finding.peerMedian())
                .put("ratio", finding.ratio());
        Goal goal = finding.goal();
        if (goal == null) {
            node.putNull("goal");
        } else {
            node.putObject("goal")
                    .put("text", goal.in(finding.unit()))
                    .put("atMost", goal.atMost())
                    .put("bound", goal.bound())
                    .put("ofRatio", goal.ofRatio());
        }
        node.put("met", finding.met());
        ObjectNode repeats = node.putObject("repeats");
        finding.ours().forEach(repeats.putArray("ours")::add);
        finding.limit().forEach(repeats.putArray("limit")::add);
        finding.peer().forEach(repeats.putArray("peer")::add);
        return node;
    }

    private static Finding finding(JsonNode node) {
        JsonNode goal = node.get("goal");
        return new Finding(
                node.get("name").asString(),
                node.get("metric").asString(),
                Finding.Unit.valueOf(node.get("unit").asString()),
                values(node, "ours"),
                values(node, "limit"),
                values(node, "peer"),
                goal == null || goal.isNull()
                        ? null
                        : new Goal(
                                goal.get("atMost").asBoolean(),
                                goal.get("bound").asDouble(),
                                goal.get("ofRatio").asBoolean()));
    }

    private static List<Double> values(JsonNode node, String side) {
        List<Double> values = new ArrayList<>();
        node.get("repeats").get(side).forEach(value -> values.add(value.asDouble()));
        return values;
    }
}
