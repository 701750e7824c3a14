package press.stet.newsroom.command;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import press.stet.contract.proof.Token;
import press.stet.contract.sending.Answer;
import press.stet.draft.Drafts;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Channel;
import press.stet.model.command.Dispatch;
import press.stet.model.event.Entry;
import press.stet.model.ruling.Rule;
import press.stet.newsroom.settings.Settings;
import press.stet.publish.Publications;
import press.stet.review.Reviews;
import press.stet.translation.Translations;

/** One command's dealings with a running newsroom: what it looks up, sends, and tells. */
final class Session implements AutoCloseable {

    static final String TOOL = "stet";

    private final URI readers;
    private final @Nullable String person;
    private final @Nullable Token token;
    private final Map<Person, Token> tokens = new ConcurrentHashMap<>();
    private final Duration timeout;
    private final boolean json;
    private final PrintWriter out;
    private final NewsroomView view;
    private final Senders senders;

    /**
     * Begins.
     *
     * @param person who acts, where that was said
     * @param token that proves who acts, where one was given
     */
    Session(
            URI newsroom,
            Settings settings,
            @Nullable String person,
            @Nullable Token token,
            Duration timeout,
            boolean json,
            PrintWriter out) {
        URI site = settings.site().address();
        this.readers = site == null ? newsroom : site;
        this.person = person;
        this.token = token;
        this.timeout = timeout;
        this.json = json;
        this.out = out;
        this.view = new NewsroomView(newsroom, settings.newsroomCertificates(), token);
        this.senders = new Senders(settings, view, dispatch -> tokens.get(dispatch.actor()));
    }

    NewsroomView view() {
        return view;
    }

    PrintWriter out() {
        return out;
    }

    boolean json() {
        return json;
    }

    Duration timeout() {
        return timeout;
    }

    /** Whether somebody said who acts. */
    boolean saysWho() {
        return token != null || (person != null && !person.isBlank());
    }

    /** Who acts: whoever the token names, else who was named; whoever does not say is told who could. */
    Person person() {
        Person named = person == null || person.isBlank() ? null : named(person);
        if (token != null) {
            Person bearer = bearerOf(token);
            if (named != null && !named.equals(bearer)) {
                throw new WrongUsage("the token is " + bearer + "'s, so " + bearer + " acts and not " + named
                        + "; leave --as and STET_AS out, or bring a token of " + named + "'s");
            }
            return bearer;
        }
        if (named == null) {
            throw new WrongUsage(
                    "say who acts, with --as PERSON or STET_AS, or by a token in STET_TOKEN or --token-file;"
                            + " this newsroom knows " + String.join(", ", view.accounts()));
        }
        return named;
    }

    /** Whose token it is, as the newsroom reads it; what that person does here is proven by it from now on. */
    Person bearerOf(Token given) {
        Person bearer = view.bearerOf(given);
        tokens.put(bearer, given);
        return bearer;
    }

    static Person named(String account) {
        try {
            return new Person(account);
        } catch (IllegalArgumentException nonsense) {
            throw new WrongUsage(String.valueOf(nonsense.getMessage()));
        }
    }

    Drafts drafts() {
        return new Drafts(senders.of(Channel.DRAFTS), person(), TOOL, timeout);
    }

    Reviews reviews() {
        return reviews(person());
    }

    /** Those of somebody else than who gave the command. */
    Reviews reviews(Person reviewer) {
        return new Reviews(senders.of(Channel.REVIEWS), reviewer, TOOL, timeout);
    }

    Translations translations() {
        return new Translations(senders.of(Channel.TRANSLATIONS), person(), TOOL, timeout);
    }

    Publications publications() {
        return publications(person());
    }

    /** Those of somebody else than who gave the command. */
    Publications publications(Person publisher) {
        return new Publications(senders.of(Channel.PUBLICATIONS), publisher, TOOL, timeout);
    }

    /** Sends a command that was made elsewhere, as whoever may send such, with headers beside those that every command has. */
    Answer send(Dispatch dispatch, Duration longest, Headers further) throws InterruptedException {
        return senders.of(dispatch.command().channel()).send(dispatch, longest, further);
    }

    /** Whether a token was brought. */
    boolean hasToken() {
        return token != null;
    }

    /** Where the newsroom's Kafka and registry are. */
    Whereabouts whereabouts() {
        return senders.whereabouts();
    }

    /** What became of a command that readers do not see the effect of. The next command finds the story as this one left it. */
    int tell(StoryId story, @Nullable Language language, @Nullable Version version, Answer answer) {
        int status = tell(Report.of(story, language, version, answer, null, null));
        awaitView(story, answer);
        return status;
    }

    /** What became of several commands on one story, each about one of these languages. Tools are told one object. */
    int tell(StoryId story, List<Language> languages, List<Answer> answers) {
        if (!json || answers.size() == 1) {
            int status = ExitStatus.DONE;
            for (int at = 0; at < answers.size(); at++) {
                status = Math.max(status, tell(story, languages.get(at), null, answers.get(at)));
            }
            return status;
        }
        List<Report> each = new ArrayList<>(answers.size());
        for (int at = 0; at < answers.size(); at++) {
            each.add(Report.of(story, languages.get(at), null, answers.get(at), null, null));
        }
        Report together = Report.together(each);
        out.println(together.json(each));
        out.flush();
        answers.forEach(answer -> awaitView(story, answer));
        return together.exitStatus();
    }

    /** Waits until readers see everything that a publication, withdrawal or kill led to, and tells that too. */
    int tellInForce(StoryId story, @Nullable Language language, @Nullable Version version, Answer answer) {
        List<Entry> seen = ForReaders.of(answer);
        if (seen.isEmpty()) {
            return tell(story, language, version, answer);
        }
        long end = System.nanoTime() + timeout.toNanos();
        boolean inForce = true;
        String path = null;
        for (Entry entry : seen) {
            Language edition = Objects.requireNonNull(entry.event().language(), "readers are shown editions");
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            NewsroomView.InForce now = view.inForce(story, edition, entry.sequence(), left);
            inForce &= now.sequence() >= entry.sequence();
            path = now.path();
        }
        int status = tell(Report.of(story, language, version, answer, path, inForce));
        say(inForce ? readersSee(path) : notInForce());
        awaitView(story, answer);
        return status;
    }

    private void awaitView(StoryId story, Answer answer) {
        if (answer instanceof Answer.Accepted accepted
                && !view.shows(story, accepted.events().getLast().sequence())) {
            say("The newsroom view does not show it yet.");
        }
    }

    private String readersSee(@Nullable String path) {
        return path == null ? "Readers no longer see it." : "Readers see it at " + readers.resolve(path);
    }

    private String notInForce() {
        return "It is decided, but not in force after " + timeout.toSeconds()
                + " s: readers may still see what they saw before.";
    }

    int tell(Report report) {
        report.print(out, json);
        if (report.rule() == Rule.NOT_PROVEN) {
            say("Bring a token that names you and this tool, '" + TOOL
                    + "', in STET_TOKEN or --token-file. Your identity provider issues it, or whoever runs the newsroom:"
                    + " stet ops token PERSON");
        }
        return report.exitStatus();
    }

    /** A line for people; tools that asked for JSON are told nothing but the one object. */
    void say(String line) {
        if (!json) {
            out.println(line);
            out.flush();
        }
    }

    @Override
    public void close() {
        senders.close();
    }
}
