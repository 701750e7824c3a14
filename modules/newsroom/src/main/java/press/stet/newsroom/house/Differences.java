package press.stet.newsroom.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Issuer;
import press.stet.model.house.Staff;

/** Says what is other in a new version of what the house has written down, a line each. */
final class Differences {

    private Differences() {}

    static List<String> between(HouseRules before, HouseRules after) {
        Map<String, Function<HouseRules, Object>> told = new LinkedHashMap<>();
        told.put("title", HouseRules::title);
        told.put("languages", HouseRules::languages);
        told.put("sections", HouseRules::sections);
        told.put("checks", HouseRules::checks);
        told.put("byline of originals", HouseRules::bylineOfOriginals);
        told.put("byline of translations", HouseRules::bylineOfTranslations);
        told.put("translate-from", HouseRules::translateFromLive);
        told.put("translations", HouseRules::translations);
        told.put("within", HouseRules::deadlines);
        told.put("sentences", HouseRules::sentences);
        return told.entrySet().stream()
                .filter(each ->
                        !each.getValue().apply(before).equals(each.getValue().apply(after)))
                .map(each -> "other " + each.getKey())
                .toList();
    }

    static List<String> between(Staff before, Staff after) {
        List<String> lines = new ArrayList<>();
        compare(
                before.members(),
                after.members(),
                person -> lines.add(person + " is new"),
                person -> lines.add(person + " is no longer on the staff"),
                person -> lines.add(person + " has other grants"));
        Map<String, Issuer> was = issuers(before);
        Map<String, Issuer> is = issuers(after);
        compare(
                was,
                is,
                name -> lines.add(
                        "issuer " + name + " is trusted, with key " + keys(Objects.requireNonNull(is.get(name), name))),
                name -> lines.add("issuer " + name + " is trusted no more"),
                name -> lines.addAll(between(
                        Objects.requireNonNull(was.get(name), name), Objects.requireNonNull(is.get(name), name))));
        return lines;
    }

    private static List<String> between(Issuer before, Issuer after) {
        String issuer = "issuer " + after.name();
        List<String> lines = new ArrayList<>();
        if (!before.audience().equals(after.audience())) {
            lines.add(issuer + " issues for '" + after.audience() + "', no longer for '" + before.audience() + "'");
        }
        if (!before.claim().equals(after.claim())) {
            lines.add(issuer + " names people by '" + after.claim() + "', no longer by '" + before.claim() + "'");
        }
        compare(
                byId(before),
                byId(after),
                id -> lines.add(issuer + " has a new key " + id),
                id -> lines.add(issuer + " has lost key " + id + ": its tokens are refused"),
                id -> lines.add(issuer + " has another key " + id));
        return lines;
    }

    private static <K extends Comparable<K>> void compare(
            Map<K, ?> before, Map<K, ?> after, Told<K> added, Told<K> removed, Told<K> changed) {
        TreeSet<K> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        for (K key : all) {
            if (!before.containsKey(key)) {
                added.tell(key);
            } else if (!after.containsKey(key)) {
                removed.tell(key);
            } else if (!Objects.equals(before.get(key), after.get(key))) {
                changed.tell(key);
            }
        }
    }

    private interface Told<K> {
        void tell(K key);
    }

    private static Map<String, Issuer> issuers(Staff staff) {
        return staff.issuers().stream().collect(Collectors.toMap(Issuer::name, Function.identity()));
    }

    private static Map<String, String> byId(Issuer issuer) {
        return issuer.keys().stream()
                .collect(Collectors.toMap(Issuer.Key::id, Issuer.Key::jwk, (one, _) -> one, TreeMap::new));
    }

    private static String keys(Issuer issuer) {
        return issuer.keys().stream().map(Issuer.Key::id).collect(Collectors.joining(", "));
    }
}
