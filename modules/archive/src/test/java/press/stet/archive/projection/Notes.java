package press.stet.archive.projection;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jdbi.v3.core.Handle;
import press.stet.contract.header.Part;
import press.stet.contract.registry.Registry;

/** Writes every record as a row; a row twice would break the table's key. */
final class Notes implements Projection<Notes.Note> {

    static final String TABLE =
            "create table note (partition int, at bigint, text text not null, primary key (partition, at))";

    record Note(int partition, long at, String text) {}

    final AtomicBoolean registryAway = new AtomicBoolean();

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public Set<String> topics() {
        return Set.of(LogOfRecords.TOPIC);
    }

    @Override
    public Note read(ConsumerRecord<byte[], byte[]> record) {
        if (registryAway.get()) {
            try (Registry nowhere = Registry.at(URI.create("http://127.0.0.1:1"))) {
                nowhere.compatibilityOf("stet.notes-value");
            }
        }
        String text = new String(record.value(), UTF_8);
        if (text.endsWith("unreadable")) {
            throw new IllegalArgumentException("nobody can read this");
        }
        return new Note(record.partition(), record.offset(), text);
    }

    /** A text that begins with a part, such as {@code 1/2 a}, is one. */
    @Override
    public Part part(ConsumerRecord<byte[], byte[]> record) {
        String text = new String(record.value(), UTF_8);
        return Character.isDigit(text.charAt(0)) ? new Part(text.charAt(0) - '0', text.charAt(2) - '0') : Part.WHOLE;
    }

    @Override
    public void write(Handle handle, List<Note> records) {
        for (Note each : records) {
            handle.createUpdate(
                            "insert into note values (:partition, :at, case when :text like '%unwritable' then null else :text end)")
                    .bind("partition", each.partition())
                    .bind("at", each.at())
                    .bind("text", each.text())
                    .execute();
        }
    }
}
