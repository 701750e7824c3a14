package press.stet.newsroom.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.model.house.Issuer;
import press.stet.newsroom.house.House;
import press.stet.newsroom.house.HouseFile;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.token.KeyFile;

/** {@code stet ops house}: the house rules, the staff and the trusted issuers of a newsroom that runs. */
@Command(
        name = "house",
        description = "Put house rules, staff and issuers of tokens in force where they differ from those that are, and"
                + " print what that changes.")
final class HouseCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Mixin
    private OwnKeys ownKeys = new OwnKeys();

    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            description = "The house (docs/house.md); without one it stays, and a new newsroom is given the standard"
                    + " house.")
    private @Nullable Path file;

    @Option(names = "--dry-run", description = "Print what would change, and change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        Optional<House> house = Optional.ofNullable(file).map(HouseFile::read);
        Optional<KeyFile> keys = ownKeys.file(common);
        try (Session session = common.open()) {
            Whereabouts where = session.whereabouts();
            try (Registry registry = Registry.at(where.registry())) {
                HouseOffice office = new HouseOffice(where.kafka(), new MessageCodec(registry), own(keys, session));
                if (dryRun) {
                    tell(office.wouldChange(house), "Would be in force: ", session);
                } else {
                    tell(office.putInForce(house), "In force: ", session);
                }
                if (office.trustsNobody()) {
                    session.say("No issuer of tokens is trusted: nobody can prove who they are. Set tokens.key for keys"
                            + " of the newsroom's own, or name issuers in the house file (docs/security.md).");
                }
            }
        }
        return ExitStatus.DONE;
    }

    /** With keys, made where there are none, unless nothing is to be changed. */
    private @Nullable Issuer own(Optional<KeyFile> keys, Session session) {
        if (keys.isEmpty()) {
            return null;
        }
        KeyFile named = keys.get();
        if (dryRun && !named.exists()) {
            session.say("Keys of the newsroom's own would be made in " + named + ", and trusted.");
            return null;
        }
        return TokenIssuer.own(named.keysOrNew()).trusted();
    }

    private static void tell(List<String> changes, String how, Session session) {
        changes.forEach(change -> session.say(change.startsWith(" ") ? change : how + change));
        if (changes.isEmpty()) {
            session.say("The house is as it was.");
        }
    }
}
