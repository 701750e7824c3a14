package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.database.Schema;
import press.stet.archive.rebuild.CannotRebuild;
import press.stet.archive.rebuild.Comparison;
import press.stet.archive.rebuild.Ending;
import press.stet.archive.rebuild.Rebuild;
import press.stet.archive.rebuild.Rebuilt;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.embedded.Whereabouts;
import press.stet.newsroom.settings.Settings;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code stet ops rebuild}: what stands in the database, made anew from the log while everything runs. */
@Command(
        name = "rebuild",
        description = "Make a store anew from the log, beside the live one; compare the two; put it in its place.",
        mixinStandardHelpOptions = true)
final class OpsRebuildCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "STORE",
            description = "published (what readers see) or newsroom; both, one after the other, where none is named.")
    private List<Schema> stores = new ArrayList<>();

    @Option(names = "--dry-run", description = "Compare only, and leave everything as it is.")
    private boolean dryRun;

    @Option(
            names = "--accept-differences",
            description = "Take the rebuilt store also where it differs from the live one.")
    private boolean accept;

    @Mixin
    private DataOption data = new DataOption();

    /** Of a newsroom on many machines: kafka, registry, and database as its owner. */
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (dryRun && accept) {
            throw new WrongUsage("--dry-run takes no store, so there is nothing to accept: leave out one of the two");
        }
        Settings given = settings.read();
        return given.nameKafka()
                ? rebuild(given.kafka(), Registry.at(given.registry()), given.database())
                : rebuild(data.whereabouts());
    }

    private int rebuild(Whereabouts newsroom) {
        return rebuild(newsroom.kafka(), Registry.at(newsroom.registry()), newsroom.database());
    }

    private int rebuild(KafkaConnection kafka, Registry at, DatabaseSettings owner) {
        Ending ending = dryRun ? Ending.COMPARE : accept ? Ending.SWAP : Ending.SWAP_IF_EQUAL;
        List<Rebuilt> all = new ArrayList<>();
        try (Registry registry = at) {
            for (Schema store : stores.isEmpty() ? List.of(Schema.values()) : stores) {
                try (RebuildProgress progress = new RebuildProgress(store, json ? null : out())) {
                    all.add(new Rebuild(kafka, owner, new MessageCodec(registry), progress).run(store, ending));
                }
                if (!json) {
                    tell(all.getLast());
                }
            }
        } catch (CannotRebuild cannot) {
            throw new CannotBeDone(String.valueOf(cannot.getMessage()), cannot);
        }
        if (json) {
            out().println(json(all));
            out().flush();
        }
        return all.stream().allMatch(each -> each.isLive() || each.comparison().isEqual())
                ? ExitStatus.DONE
                : ExitStatus.FAILED;
    }

    private void tell(Rebuilt rebuilt) {
        String name = rebuilt.schema().key();
        Comparison comparison = rebuilt.comparison();
        say("%s: %d offsets taken in %s; writers paused for %s; %d rows of the live store compared"
                .formatted(
                        name,
                        rebuilt.offsets(),
                        seconds(rebuilt.filling()),
                        seconds(rebuilt.pause()),
                        comparison.rows()));
        for (Comparison.Table table : comparison.tables()) {
            say("  %-8s %8d rows, %d differ".formatted(table.name(), table.live(), table.different()));
            table.first().forEach(each -> say("    " + each.key() + ": " + each.what()));
        }
        say(name + ": " + ending(rebuilt));
    }

    private String ending(Rebuilt rebuilt) {
        if (rebuilt.isLive()) {
            return "the rebuilt store is live";
        }
        if (rebuilt.kept().isEmpty()) {
            return rebuilt.comparison().isEqual()
                    ? "the rebuilt store equals the live one; dropped, as --dry-run asks"
                    : "the rebuilt store differs from the live one; dropped, as --dry-run asks";
        }
        return "the live store stays, since the rebuilt one differs; look at that in schema " + rebuilt.kept()
                + ", which the next rebuild drops, or take it with --accept-differences";
    }

    private static String seconds(Duration time) {
        return "%.1f s".formatted(time.toMillis() / 1000.0);
    }

    private static ObjectNode json(List<Rebuilt> all) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        ArrayNode stores = json.putArray("stores");
        for (Rebuilt each : all) {
            ObjectNode store = stores.addObject()
                    .put("store", each.schema().key())
                    .put("offsets", each.offsets())
                    .put("fillingMillis", each.filling().toMillis())
                    .put("pauseMillis", each.pause().toMillis())
                    .put("equal", each.comparison().isEqual())
                    .put("live", each.isLive())
                    .put("kept", each.kept().isEmpty() ? null : each.kept());
            ArrayNode tables = store.putArray("tables");
            for (Comparison.Table table : each.comparison().tables()) {
                ArrayNode first = tables.addObject()
                        .put("table", table.name())
                        .put("live", table.live())
                        .put("rebuilt", table.rebuilt())
                        .put("different", table.different())
                        .putArray("first");
                table.first()
                        .forEach(difference ->
                                first.addObject().put("key", difference.key()).put("what", difference.what()));
            }
        }
        return json;
    }

    private void say(String line) {
        out().println(line);
        out().flush();
    }

    private PrintWriter out() {
        if (command == null) {
            throw new IllegalStateException("picocli names the command that this is");
        }
        return command.commandLine().getOut();
    }
}
