package press.stet.workflow.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;

/**
 * The bytes of one kind of row: a byte for the version of its schema, then Avro binary. A changed schema is a new version, and
 * the schemas of earlier versions stay, so that a build reads what the build before it wrote. Not for use by several threads.
 */
final class Row<T extends SpecificRecord> {

    /** A test holds the schemas to it. */
    static final byte VERSION = 1;

    private final SpecificDatumWriter<T> writer;
    private final SpecificDatumReader<T> reader;

    Row(Schema schema) {
        KeptData data = new KeptData();
        this.writer = new SpecificDatumWriter<>(schema, data);
        this.reader = new SpecificDatumReader<>(schema, schema, data);
    }

    byte[] write(T kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.write(VERSION);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(kept, encoder);
            encoder.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory takes every byte", impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads a row back.
     *
     * @param key what to name in an error
     * @throws UnreadableState if another build wrote it that this one does not know, or it is damaged
     */
    T read(String key, byte[] row) {
        if (row.length == 0 || row[0] != VERSION) {
            throw new UnreadableState("the state of " + key + " was written in form "
                    + (row.length == 0 ? "none" : row[0]) + ", and this build reads form " + VERSION
                    + ": start the build that wrote it, or a newer one");
        }
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(row, 1, row.length - 1, null));
        } catch (IOException | AvroRuntimeException damaged) {
            throw new UnreadableState(
                    "the state of " + key + " is damaged: stop the workflow, remove its state directory, and start it"
                            + " again; it restores everything from Kafka",
                    damaged);
        }
    }
}
