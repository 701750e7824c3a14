package press.stet.translation.xliff;

import java.util.List;
import press.stet.translation.handout.Returned;

/** A file as it came back. */
public record XliffFile(Header header, List<Returned> units) {

    public XliffFile {
        units = List.copyOf(units);
    }
}
