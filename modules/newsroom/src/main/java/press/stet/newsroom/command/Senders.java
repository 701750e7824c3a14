package press.stet.newsroom.command;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.connection.Login;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.proof.Tokens;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.CommandSender;
import press.stet.model.command.Channel;
import press.stet.newsroom.settings.Settings;

/**
 * Sends for the four sending modules, to each one's topic as that module, since nobody else may write to it. Each is connected
 * when its first command is sent; those that speak to Kafka as the same one share a sender.
 */
final class Senders implements AutoCloseable {

    private final Settings settings;
    private final NewsroomView view;
    private final Tokens tokens;
    private final Map<KafkaConnection, CommandSender> open = new HashMap<>();
    private @Nullable Whereabouts whereabouts;
    private @Nullable Registry registry;

    Senders(Settings settings, NewsroomView view, Tokens tokens) {
        this.settings = settings;
        this.view = view;
        this.tokens = tokens;
    }

    /** Asked once. */
    Whereabouts whereabouts() {
        Whereabouts known = whereabouts;
        if (known == null) {
            known = Whereabouts.of(settings, view);
            whereabouts = known;
        }
        return known;
    }

    /** The sender of commands that come in this way. */
    CommandSender of(Channel channel) {
        KafkaConnection kafka = whereabouts().kafka();
        Login login = settings.sender(channel);
        return open.computeIfAbsent(login == null ? kafka : kafka.as(login), this::connect);
    }

    private CommandSender connect(KafkaConnection kafka) {
        Registry schemas = registry;
        if (schemas == null) {
            schemas = Registry.at(whereabouts().registry());
            registry = schemas;
        }
        return CommandSender.open(kafka, new MessageCodec(schemas), tokens);
    }

    @Override
    public void close() {
        open.values().forEach(CommandSender::close);
        if (registry != null) {
            registry.close();
        }
    }
}
