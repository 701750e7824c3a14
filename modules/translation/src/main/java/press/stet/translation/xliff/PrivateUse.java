package press.stet.translation.xliff;

import java.util.OptionalInt;

/** The characters that the XLIFF library marks the places of tags with: U+E101 to U+E106. In a text of its own they would be taken for tags. */
final class PrivateUse {

    private static final int FIRST = 0xE101;
    private static final int LAST = 0xE106;

    private PrivateUse() {}

    static OptionalInt find(CharSequence text) {
        return text.chars()
                .filter(character -> character >= FIRST && character <= LAST)
                .findFirst();
    }
}
