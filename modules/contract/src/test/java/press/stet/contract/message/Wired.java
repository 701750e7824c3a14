package press.stet.contract.message;

import java.net.URI;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;

/** A codec with a registry that has the schemas of every topic. */
public final class Wired {

    private Wired() {}

    public static MessageCodec codec(URI registry) {
        return new MessageCodec(registry(registry));
    }

    public static Registry registry(URI address) {
        Registry registry = Registry.at(address);
        for (Topic topic : Topics.ALL) {
            topic.schema().ifPresent(schema -> registry.register(topic.subject(), schema, "BACKWARD_TRANSITIVE"));
        }
        return registry;
    }
}
