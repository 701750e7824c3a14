package press.stet.newsroom.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.model.Site;
import press.stet.model.house.HouseRules;
import press.stet.newsroom.house.HouseFile;
import press.stet.ops.whatif.Asked;
import press.stet.ops.whatif.WhatIf;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet ops what-if}: every ruling of the log, asked again under other house rules. */
@Command(
        name = "what-if",
        description = {
            "Ask every ruling of the log again under the house rules in a file, and list those that would have been decided"
                    + " otherwise: which story, what was asked, what was decided, and what would be, by which rule. Nothing"
                    + " is changed.",
            "Each is asked by itself, of the story as it really was then, with the staff list of its time: what would have"
                    + " followed from another decision is not followed up, and neither is what people would have done"
                    + " under other rules. Of a site with rules of its own that the file leaves out, nothing is asked.",
            "What was accepted is put together again from its events and the texts that are kept. It counts only where this"
                    + " build decides under the rules of its time what was decided then; how many that leaves out, and"
                    + " why, is said at the end."
        })
final class WhatIfCommand implements Callable<Integer> {

    private static final Duration NOW_AND_THEN = Duration.ofSeconds(5);

    /** Texts are asked for several times within one ruling and the next. */
    private static final int TEXTS_AT_HAND = 64;

    @Mixin
    private Common common = new Common();

    @Option(
            names = "--rules",
            paramLabel = "FILE",
            required = true,
            description = "A house (docs/house.md); its staff and issuers are left alone.")
    private Path file = Path.of("");

    @Option(names = "--unknown", description = "Also list those of which nobody can tell.")
    private boolean listUnknown;

    private final Map<String, Integer> unknown = new HashMap<>();
    private int same;
    private int otherwise;
    private int noMatter;
    private Instant last = Instant.now();

    @Override
    public Integer call() {
        Map<Site, HouseRules> rules =
                HouseFile.read(file).sites().stream().collect(Collectors.toMap(HouseRules::site, each -> each));
        try (Session session = common.open();
                Registry registry = Registry.at(session.whereabouts().registry())) {
            new WhatIf(
                            session.whereabouts().kafka(),
                            new MessageCodec(registry),
                            new TextsAtHand(session.view(), TEXTS_AT_HAND)::find,
                            rules,
                            asked -> tell(asked, session))
                    .run((read, of) -> progress(read, of, session));
            conclude(session);
            return ExitStatus.DONE;
        }
    }

    private void tell(Asked asked, Session session) {
        switch (asked.answer()) {
            case Asked.Answer.Same _ -> same++;
            case Asked.Answer.NoMatter _ -> noMatter++;
            case Asked.Answer.Unknown answer -> {
                unknown.merge(answer.why(), 1, Integer::sum);
                if (listUnknown) {
                    list(asked, "nobody can tell: " + answer.why(), session);
                }
            }
            case Asked.Answer.Otherwise answer -> {
                otherwise++;
                list(asked, "would be " + answer.wouldBe(), session);
            }
        }
    }

    private static void list(Asked asked, String wouldBe, Session session) {
        session.out().println(session.json() ? json(asked) : line(asked, wouldBe));
        session.out().flush();
    }

    private static String line(Asked asked, String wouldBe) {
        return TerminalText.line("%s%s  %s  %s by %s: was %s%s; %s"
                .formatted(
                        asked.story().shortId(),
                        asked.language() == null ? "" : "/" + asked.language(),
                        asked.at(),
                        asked.what(),
                        asked.actor(),
                        asked.was(),
                        asked.sequence() == 0 ? "" : ", event " + asked.sequence(),
                        wouldBe));
    }

    private static ObjectNode json(Asked asked) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("story", asked.story().toString())
                .put(
                        "language",
                        asked.language() == null ? null : asked.language().tag())
                .put("at", asked.at().toString())
                .put("what", asked.what())
                .put("actor", asked.actor().account())
                .put("sequence", asked.sequence() == 0 ? null : asked.sequence())
                .put("was", asked.was())
                .put("wouldBe", asked.answer() instanceof Asked.Answer.Otherwise other ? other.wouldBe() : null)
                .put("unknown", asked.answer() instanceof Asked.Answer.Unknown unknown ? unknown.why() : null);
    }

    private void progress(long read, long of, Session session) {
        if (Duration.between(last, Instant.now()).compareTo(NOW_AND_THEN) > 0) {
            last = Instant.now();
            session.say("… %d of %d offsets read, %d decided otherwise so far".formatted(read, of, otherwise));
        }
    }

    private void conclude(Session session) {
        int unknowns = unknown.values().stream().mapToInt(Integer::intValue).sum();
        if (session.json()) {
            ObjectNode json = JsonMapper.shared().createObjectNode();
            ObjectNode counts = json.putObject("counts")
                    .put("otherwise", otherwise)
                    .put("same", same)
                    .put("noMatterOfHouseRules", noMatter)
                    .put("unknown", unknowns);
            ObjectNode why = counts.putObject("unknownWhy");
            unknown.forEach(why::put);
            session.out().println(json);
            session.out().flush();
            return;
        }
        session.say(
                "%d rulings asked again: %d would be decided otherwise, %d the same; %d are no matter of house rules."
                        .formatted(otherwise + same + noMatter + unknowns, otherwise, same, noMatter));
        unknown.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(each -> session.say("Of %d nobody can tell: %s.".formatted(each.getValue(), each.getKey())));
    }
}
