package press.stet.newsroom.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.newsroom.house.House;
import press.stet.newsroom.house.HouseFile;
import press.stet.newsroom.house.HouseOffice;

/** {@code stet ops house}: the house rules and the staff of a newsroom on many machines. */
@Command(
        name = "house",
        description = "Put house rules and staff in force where they differ from those that are; run by one person at a"
                + " time.")
final class HouseCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The house (docs/house.md); without one, a new newsroom is given the standard house.")
    private @Nullable Path file;

    @Override
    public Integer call() {
        Optional<House> house = Optional.ofNullable(file).map(HouseFile::read);
        try (Session session = common.open()) {
            Whereabouts where = session.whereabouts();
            try (Registry registry = Registry.at(where.registry())) {
                List<String> changes = new HouseOffice(where.kafka(), new MessageCodec(registry)).putInForce(house);
                changes.forEach(change -> session.say("In force: " + change));
                if (changes.isEmpty()) {
                    session.say("The house is as it was.");
                }
            }
        }
        return ExitStatus.DONE;
    }
}
