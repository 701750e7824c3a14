package press.stet.contract.message;

import org.jspecify.annotations.Nullable;
import press.stet.model.Person;

/** People on the wire. */
final class PersonForm {

    private PersonForm() {}

    static @Nullable String account(@Nullable Person person) {
        return person == null ? null : person.account();
    }

    static @Nullable Person person(@Nullable String account) {
        return account == null ? null : new Person(account);
    }
}
