package press.stet.newsroom.command;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.PrivateKeys;
import press.stet.contract.proof.Token;
import press.stet.contract.proof.TokenIssuer;
import press.stet.contract.registry.Registry;
import press.stet.model.Person;
import press.stet.newsroom.house.HouseOffice;
import press.stet.newsroom.token.KeyFile;
import tools.jackson.databind.json.JsonMapper;

/** {@code stet ops token}: what proves who acts, issued by the newsroom itself. */
@Command(
        name = "token",
        description = {
            "Issue a token: whoever has it acts as PERSON until it expires. It is printed, and kept nowhere.",
            "With --new-key or --drop-old-keys, change the keys that tokens are signed with."
        })
final class TokenCommand implements Callable<Integer> {

    @Mixin
    private Common common = new Common();

    @Mixin
    private OwnKeys ownKeys = new OwnKeys();

    @ArgGroup(multiplicity = "1")
    private Wanted wanted = new Wanted();

    @Option(
            names = "--tool",
            paramLabel = "TOOL",
            defaultValue = Session.TOOL,
            description = "The program that may act with it (default: ${DEFAULT-VALUE}).")
    private String tool = Session.TOOL;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "12h",
            converter = Lasting.class,
            description = "Until it expires, such as 30m, 12h or 90d (default: ${DEFAULT-VALUE}).")
    private Duration lasting = Duration.ofHours(12);

    private static final class Wanted {

        @Parameters(paramLabel = "PERSON", description = "Who acts, as the staff list names them.")
        private @Nullable String person;

        @Option(
                names = "--new-key",
                description = "Sign with a new key from now on. Tokens signed with those before are still taken.")
        private boolean newKey;

        @Option(
                names = "--drop-old-keys",
                description = "Keep only the newest key. Tokens signed with those before are refused from now on.")
        private boolean dropOldKeys;
    }

    @Override
    public Integer call() {
        KeyFile file = ownKeys.file(common)
                .orElseThrow(() -> new WrongUsage(
                        "say where the newsroom's own keys are, with --keys FILE or tokens.key in the settings"));
        try (Session session = common.open()) {
            PrivateKeys keys = file.keys();
            if (wanted.person != null) {
                issue(TokenIssuer.own(keys), Session.named(wanted.person), session);
            } else {
                PrivateKeys more = wanted.newKey ? keys.withNewKey() : keys;
                replace(file, wanted.dropOldKeys ? more.onlyTheLast() : more, session);
            }
            return ExitStatus.DONE;
        }
    }

    private void issue(TokenIssuer issuer, Person person, Session session) {
        // Tokens count in whole seconds.
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Token token = issuer.issue(person, tool, now, lasting);
        session.out()
                .println(
                        session.json()
                                ? JsonMapper.shared()
                                        .createObjectNode()
                                        .put("token", token.text())
                                        .put("person", person.account())
                                        .put("tool", tool)
                                        .put("expires", now.plus(lasting).toString())
                                        .toString()
                                : token.text());
        session.out().flush();
    }

    /** A new key is trusted before it signs, and an old one is no longer used before it is not trusted. */
    private static void replace(KeyFile file, PrivateKeys keys, Session session) {
        Whereabouts where = session.whereabouts();
        try (Registry registry = Registry.at(where.registry())) {
            new HouseOffice(
                            where.kafka(),
                            new MessageCodec(registry),
                            TokenIssuer.own(keys).trusted())
                    .putInForce(Optional.empty())
                    .forEach(session::say);
        }
        file.replaceBy(keys);
        session.say("The keys in " + file + " are " + keys.published().size() + " now.");
    }
}
