package press.stet.workflow.state;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
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

    private final byte version;
    private final SpecificDatumWriter<T> writer;

    /** By version, from 1 on. */
    private final List<SpecificDatumReader<T>> readers = new ArrayList<>();

    /**
     * Rows of this schema.
     *
     * @param version of the schema, counted from 1; those before it stand beside this class as {@code Name-1.avsc} and so on
     */
    Row(Schema schema, int version) {
        KeptData data = new KeptData();
        this.version = (byte) version;
        this.writer = new SpecificDatumWriter<>(schema, data);
        for (int before = 1; before < version; before++) {
            readers.add(new SpecificDatumReader<>(earlier(schema, before), schema, data));
        }
        readers.add(new SpecificDatumReader<>(schema, schema, data));
    }

    private static Schema earlier(Schema schema, int version) {
        String name = schema.getName() + "-" + version + ".avsc";
        try (InputStream file = Row.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new Schema.Parser().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name + " cannot be read from this build", unreadable);
        }
    }

    int version() {
        return version;
    }

    byte[] write(T kept) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        bytes.write(version);
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
        if (row.length == 0 || row[0] < 1 || row[0] > version) {
            throw new UnreadableState("the state of " + key + " was written in form "
                    + (row.length == 0 ? "none" : row[0]) + ", and this build reads forms up to " + version
                    + ": start the build that wrote it, or a newer one");
        }
        try {
            return readers.get(row[0] - 1).read(null, DecoderFactory.get().binaryDecoder(row, 1, row.length - 1, null));
        } catch (IOException | AvroRuntimeException damaged) {
            throw new UnreadableState(
                    "the state of " + key + " is damaged: stop the workflow, remove its state directory, and start it"
                            + " again; it restores everything from Kafka",
                    damaged);
        }
    }
}
