package press.stet.archive.newsroom;

import java.net.InetAddress;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import press.stet.contract.proof.ProofReader;
import press.stet.contract.proof.Token;
import press.stet.model.Person;
import press.stet.model.command.Proof;

/**
 * Lets into the newsroom view whoever has a token of somebody on the staff, and, where the house is so set up, whoever asks from
 * this machine and for this machine. A page of a foreign site can make a browser here ask for a foreign name that leads to a
 * loopback address (DNS rebinding); that name then stands in the Host header.
 */
final class Doorkeeper {

    /** A name, an IPv4 address, or an IPv6 address in brackets; then perhaps a port. */
    private static final Pattern HOST = Pattern.compile("(?:\\[([0-9a-fA-F:.]+)]|([^:\\[\\]]+))(?::[0-9]{1,5})?");

    /** RFC 6750. */
    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+) *");

    private final Visitors visitors;
    private final StaffReader staff;
    private final InstantSource clock;
    private final ProofReader proofs = new ProofReader();

    Doorkeeper(Visitors visitors, Jdbi jdbi, InstantSource clock) {
        this.visitors = visitors;
        this.staff = new StaffReader(jdbi);
        this.clock = clock;
    }

    /**
     * Lets a request in.
     *
     * @param remote the address that it came from
     * @param host its Host header
     * @param authorization its Authorization header
     * @return who asks, and null for whoever is let in unasked
     * @throws NotAnswered if it is not let in
     */
    Proof.@Nullable Proven admit(String remote, @Nullable String host, @Nullable String authorization) {
        if (authorization == null) {
            if (visitors == Visitors.FROM_THIS_MACHINE && admits(remote, host)) {
                return null;
            }
            throw NotAnswered.unknownVisitor(
                    "the newsroom view shows what is not public: say who asks, by a token in the header"
                            + " 'Authorization: Bearer TOKEN'"
                            + (visitors == Visitors.FROM_THIS_MACHINE ? ", or ask 127.0.0.1 from this machine" : ""));
        }
        Matcher bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            throw NotAnswered.unknownVisitor("the header Authorization is 'Bearer TOKEN' here");
        }
        return switch (proofs.read(new Token(bearer.group(1)), clock.instant(), staff.issuers())) {
            case Proof.Proven proven -> onTheStaff(proven);
            case Proof.Unproven unproven -> throw NotAnswered.unknownVisitor(unproven.why());
            case Proof.TheirWord _ -> throw new IllegalStateException("no token says that nothing is asked");
        };
    }

    private Proof.Proven onTheStaff(Proof.Proven proven) {
        Person person = proven.person();
        if (!staff.names(person)) {
            throw NotAnswered.forbidden("the staff list does not name " + person);
        }
        return proven;
    }

    /** Whether a request came from this machine and for this machine. */
    static boolean admits(String remote, @Nullable String host) {
        return isLoopback(remote) && host != null && isThisMachine(host);
    }

    private static boolean isThisMachine(String host) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            return false;
        }
        String name = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return name.equalsIgnoreCase("localhost") || isLoopback(name);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
