package press.stet.newsroom.parts;

import press.stet.archive.database.DatabaseUnavailable;
import press.stet.archive.database.SchemaBehind;
import press.stet.contract.BrokersUnavailable;
import press.stet.contract.registry.RegistryUnavailable;
import press.stet.contract.registry.SchemaNotRegistered;
import press.stet.workflow.cluster.TopicsMissing;

/** Something that a part needs and that others bring about in their own time. */
final class NotThereYet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotThereYet(String what) {
        super(what);
    }

    /** Whether a failure tells of such a thing; every other failure would be the same for ever. */
    static boolean tells(RuntimeException failure) {
        return switch (failure) {
            case NotThereYet _, BrokersUnavailable _, TopicsMissing _, SchemaNotRegistered _, SchemaBehind _ -> true;
            case RegistryUnavailable registry -> !registry.isForbidden();
            case DatabaseUnavailable database -> !database.isForbidden();
            default -> false;
        };
    }
}
