package press.stet.testkit.access;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, and what it was asked. Brokers make it by its name, so that all of this process share the notes. */
public final class WatchingAuthorizer extends StandardAuthorizer {

    private static final Set<Question> QUESTIONS = ConcurrentHashMap.newKeySet();

    /** Whether somebody may do something, and the answer. */
    record Question(String user, AclOperation operation, ResourcePattern on, boolean allowed) {}

    @Override
    public List<AuthorizationResult> authorize(AuthorizableRequestContext context, List<Action> actions) {
        List<AuthorizationResult> results = super.authorize(context, actions);
        for (int i = 0; i < actions.size(); i++) {
            Action action = actions.get(i);
            boolean allowed = results.get(i) == AuthorizationResult.ALLOWED;
            // Whoever only asks what they may do uses no right by that.
            if (allowed ? action.logIfAllowed() : action.logIfDenied()) {
                QUESTIONS.add(new Question(
                        context.principal().getName(), action.operation(), action.resourcePattern(), allowed));
            }
        }
        return results;
    }

    static void forget() {
        QUESTIONS.clear();
    }

    static Set<Question> asked(Predicate<Question> which) {
        return QUESTIONS.stream().filter(which).collect(Collectors.toSet());
    }
}
