package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.house.HouseFile;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.settings.Settings;

/** {@code stet ops house}: the house rules and the staff of a newsroom on many machines. */
@Command(
        name = "house",
        description = "Put house rules and staff in force where they differ from those that are; run by one person at a"
                + " time.",
        mixinStandardHelpOptions = true)
final class HouseCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec command;

    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The house (docs/house.md); without one, a new newsroom is given the standard house.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Settings read = settings.read();
        try (Registry registry = Registry.at(read.registry())) {
            List<String> changes = new HouseOffice(read.kafka(), new MessageCodec(registry))
                    .putInForce(Optional.ofNullable(file).map(HouseFile::read));
            tell(changes);
        }
        return ExitStatus.DONE;
    }

    private void tell(List<String> changes) {
        if (command == null) {
            throw new IllegalStateException("picocli names the command");
        }
        PrintWriter out = command.commandLine().getOut();
        changes.forEach(change -> out.println("In force: " + change));
        if (changes.isEmpty()) {
            out.println("The house is as it was.");
        }
        out.flush();
    }
}
