package press.stet.archive.newsroom;

import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import press.stet.archive.copy.CopyJson;
import press.stet.model.Person;
import press.stet.model.house.Check;
import press.stet.model.house.RequiredCheck;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The checks of a version in review: {@code [{"check","quorum","given":[{"by","at"}]}]}, those asked for first, in the order
 * they were asked.
 */
record Checks(ArrayNode json) {

    static Checks asked(List<RequiredCheck> required) {
        Checks asked = new Checks(JsonNodeFactory.instance.arrayNode(required.size()));
        required.forEach(each -> asked.add(each.check(), each.quorum()));
        return asked;
    }

    static Checks of(String json) {
        return new Checks((ArrayNode) CopyJson.tree(json));
    }

    /** With a check more; one that was not asked for when the version was submitted is the house's since then. */
    Checks given(Check check, Person by, Instant at) {
        Checks after = new Checks(json.deepCopy());
        ObjectNode one = StreamSupport.stream(after.json.spliterator(), false)
                .filter(each -> each.path("check").asString().equals(check.name()))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(() -> after.add(check, 1));
        one.withArray("given").addObject().put("by", by.account()).put("at", at.toString());
        return after;
    }

    private ObjectNode add(Check check, int quorum) {
        ObjectNode one = json.addObject().put("check", check.name()).put("quorum", quorum);
        one.putArray("given");
        return one;
    }

    /** The names of those that too few people have given. */
    ArrayNode missing() {
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : json) {
            long people = StreamSupport.stream(each.path("given").spliterator(), false)
                    .map(given -> given.path("by").asString())
                    .distinct()
                    .count();
            if (people < each.path("quorum").asLong()) {
                missing.add(each.path("check").asString());
            }
        }
        return missing;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
