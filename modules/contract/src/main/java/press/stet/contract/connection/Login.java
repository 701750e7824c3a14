package press.stet.contract.connection;

/**
 * As whom one speaks to Kafka or to the registry.
 *
 * @param user the principal; each module of a newsroom has its own
 * @param password never printed
 */
public record Login(String user, String password) {

    public Login {
        if (user.isBlank()) {
            throw new IllegalArgumentException("a login needs the name of its user");
        }
        if (password.isEmpty()) {
            throw new IllegalArgumentException("the login of " + user + " needs a password");
        }
    }

    /** As whom, without the password. */
    @Override
    public String toString() {
        return user;
    }
}
