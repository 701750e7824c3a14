package press.stet.newsroom.settings;

import org.jspecify.annotations.Nullable;
import press.stet.contract.connection.Login;

/**
 * As whom the {@code stet} command sends to the topic of one module, which that module alone may write to.
 *
 * @param user the principal of the module
 * @param password of that principal; left out to send as {@code kafka.user} does
 */
record SenderKeys(String user, @Nullable Secret password) {

    static SenderKeys named(String module) {
        return new SenderKeys(module, null);
    }

    /** Null where there is no password to prove it with. */
    @Nullable Login login() {
        return password == null ? null : new Login(user, password.text());
    }
}
