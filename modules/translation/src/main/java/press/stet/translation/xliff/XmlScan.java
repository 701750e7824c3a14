package press.stet.translation.xliff;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import press.stet.translation.handout.NotTaken;
import press.stet.translation.handout.Problem;

/**
 * Reads a file from outside once before its meaning is read: that it is XML, that it declares nothing (no DTD, so no entities, from here or from elsewhere), that it
 * is no deeper than XLIFF needs, and on which line each unit stands.
 */
final class XmlScan {

    /** XLIFF nests groups and tags; translators' tools make a handful of levels. */
    private static final int DEEPEST = 100;

    private final Map<String, Integer> lines = new HashMap<>();

    private XmlScan() {}

    /**
     * The line of each unit by its id, counted from 1.
     *
     * @throws NotTaken if the file is not such XML
     */
    static Map<String, Integer> lines(byte[] file) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty("jdk.xml.maxElementDepth", DEEPEST);
        XmlScan scan = new XmlScan();
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(file));
            while (reader.hasNext()) {
                scan.take(reader, reader.next());
            }
            reader.close();
        } catch (XMLStreamException broken) {
            Location place = broken.getLocation();
            throw refused(place == null ? 0 : place.getLineNumber(), "it is no XML: " + reason(broken));
        }
        return scan.lines;
    }

    private void take(XMLStreamReader reader, int event) {
        int line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.DTD -> throw refused(line, "it has a DOCTYPE, and XLIFF has none; take it out");
            case XMLStreamConstants.ENTITY_REFERENCE ->
                throw refused(
                        line, "it has an entity of its own, &" + reader.getLocalName() + ";; write the character");
            case XMLStreamConstants.START_ELEMENT -> {
                if (reader.getLocalName().equals("unit") && reader.getAttributeValue(null, "id") != null) {
                    lines.putIfAbsent(reader.getAttributeValue(null, "id"), line);
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                PrivateUse.find(reader.getText()).ifPresent(character -> {
                    throw refused(
                            line,
                            "it holds U+%04X, a character of private use that is not taken; write another"
                                    .formatted(character));
                });
            default -> {
                // Comments, processing instructions and white space mean nothing here.
            }
        }
    }

    private static NotTaken refused(int line, String what) {
        return new NotTaken(List.of(new Problem(line, "", what)));
    }

    /** Without what the parser says of the place, which stands before it. */
    private static String reason(XMLStreamException broken) {
        String message = String.valueOf(broken.getMessage());
        int at = message.indexOf("Message: ");
        return at < 0 ? message : message.substring(at + "Message: ".length());
    }
}
