package press.stet.newsroom.settings;

import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.Login;

/**
 * As whom the {@code stet} command sends to the topic of one module, which that module alone may write to.
 *
 * @param user the principal of the module
 * @param password of that principal; left out where the brokers ask nobody who they are
 */
record SenderKeys(String user, @Nullable Secret password) {

    static SenderKeys named(String module) {
        return new SenderKeys(module, null);
    }

    /** Nobody where there is no password to prove it with. */
    @Nullable Login login() {
        return password == null ? null : new Login(user, password.text());
    }
}
