package press.stet.archive;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import press.stet.archive.database.DatabaseSettings;
import press.stet.archive.newsroom.Visitors;
import press.stet.contract.connection.KafkaConnection;

/**
 * What the archive works with.
 *
 * @param kafka where Kafka is, and as whom the archive speaks to it
 * @param member a name that this instance keeps through restarts, so that it takes up its partitions at once even after it was
 *     killed; no two running instances may have the same. Null for an instance without a name
 * @param visitors who is let into the newsroom view
 * @param session how long the others wait before they take over the partitions of an instance that is silent
 * @param yields whether rulings have the same processors, and come first: once it has caught up with the log it writes one partition
 *     after the other, not several at once
 */
public record ArchiveSettings(
        KafkaConnection kafka,
        DatabaseSettings database,
        @Nullable String member,
        Visitors visitors,
        Duration session,
        boolean yields) {

    /** The shortest session that brokers allow by default. */
    public static final Duration SESSION_IN_A_CLUSTER = Duration.ofSeconds(6);

    /** Nobody takes over on one machine: it only bounds how long a broker remembers a newsroom that was killed. */
    private static final Duration SESSION_ON_ONE_MACHINE = Duration.ofSeconds(2);

    public ArchiveSettings {
        if (member != null && member.isBlank()) {
            throw new IllegalArgumentException("archive.member must be left out or be a name");
        }
        if (session.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("archive.session must be at least PT1S, got " + session);
        }
    }

    /** For the only archive of a newsroom whose broker it runs beside. */
    public static ArchiveSettings onOneMachine(KafkaConnection kafka, DatabaseSettings database) {
        return new ArchiveSettings(
                kafka, database, "newsroom", Visitors.FROM_THIS_MACHINE, SESSION_ON_ONE_MACHINE, true);
    }

    /** The same, but that nobody is let into the newsroom view without a token. */
    public ArchiveSettings demandingProof() {
        return new ArchiveSettings(kafka, database, member, Visitors.WITH_A_TOKEN, session, yields);
    }

    /** For one of the archives of a newsroom on many machines. */
    public static ArchiveSettings inACluster(KafkaConnection kafka, DatabaseSettings database) {
        return new ArchiveSettings(kafka, database, null, Visitors.WITH_A_TOKEN, SESSION_IN_A_CLUSTER, false);
    }
}
