package press.stet.model;

import java.util.regex.Pattern;

/**
 * Somebody, or something, that acts in the newsroom.
 *
 * @param account 1 to 100 letters, digits and {@code . _ @ -}, as the staff list names them
 */
public record Person(String account) implements Comparable<Person> {

    private static final Pattern ACCOUNT = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._@-]{0,99}");

    public Person {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException(
                    "a person is named by 1 to 100 letters, digits and . _ @ -, got '" + account + "'");
        }
    }

    @Override
    public int compareTo(Person other) {
        return account.compareTo(other.account);
    }

    @Override
    public String toString() {
        return account;
    }
}
