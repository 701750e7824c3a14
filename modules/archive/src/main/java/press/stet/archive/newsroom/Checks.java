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
 * The checks of a version: {@code [{"check","quorum","given":[{"by","at"}]}]}, those asked for first, in the order they were
 * asked; one that was left out has {@code "waived":{"by","at","reason"}} too.
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
        after.of(check).withArray("given").addObject().put("by", by.account()).put("at", at.toString());
        return after;
    }

    /** With a check left out. */
    Checks waived(Check check, ObjectNode waiver) {
        Checks after = new Checks(json.deepCopy());
        after.of(check).set("waived", waiver);
        return after;
    }

    private ObjectNode of(Check check) {
        return StreamSupport.stream(json.spliterator(), false)
                .filter(each -> each.path("check").asString().equals(check.name()))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseGet(() -> add(check, 1));
    }

    private ObjectNode add(Check check, int quorum) {
        ObjectNode one = json.addObject().put("check", check.name()).put("quorum", quorum);
        one.putArray("given");
        return one;
    }

    /** The names of those that too few people have given, and nobody has waived. */
    ArrayNode missing() {
        ArrayNode missing = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : json) {
            if (!isGiven(each) && !each.has("waived")) {
                missing.add(each.path("check").asString());
            }
        }
        return missing;
    }

    /** Those that too few people have given. */
    Checks owed() {
        Checks owed = new Checks(JsonNodeFactory.instance.arrayNode());
        for (JsonNode each : json) {
            if (!isGiven(each)) {
                owed.json.add(each);
            }
        }
        return owed;
    }

    private static boolean isGiven(JsonNode check) {
        long people = StreamSupport.stream(check.path("given").spliterator(), false)
                .map(given -> given.path("by").asString())
                .distinct()
                .count();
        return people >= check.path("quorum").asLong();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
