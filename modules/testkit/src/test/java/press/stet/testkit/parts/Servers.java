package press.stet.testkit.parts;

import java.net.URI;

/** A broker, a registry and a database, each started when a test wants it, where its clients were told before that it would be. */
interface Servers extends AutoCloseable {

    /** Who owns the database. */
    String OWNER = "postgres";

    String PASSWORD = "hush";

    /** {@code host:port} of every broker, with commas between. */
    String brokers();

    URI registry();

    /** Of the newsroom, as JDBC spells it. */
    String database();

    void startKafka();

    void startDatabaseServer();

    void createDatabase();

    void startRegistry();

    @Override
    void close();
}
