package press.stet.testkit.running;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import press.stet.contract.connection.KafkaConnection;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.registry.Registry;
import press.stet.contract.sending.CommandSender;
import press.stet.draft.Drafts;
import press.stet.model.Person;
import press.stet.newsroom.embedded.DataDirectory;
import press.stet.newsroom.embedded.Progress;
import press.stet.newsroom.running.Newsroom;
import press.stet.newsroom.running.NewsroomSettings;
import press.stet.publish.Publications;
import press.stet.review.Reviews;
import press.stet.translation.Translations;

/** A newsroom in this process, with the standard house, and the tools that its people have. */
public final class RunningNewsroom implements AutoCloseable {

    private static final String TOOL = "testkit";
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Newsroom newsroom;
    private final Registry registry;
    private final MessageCodec codec;
    private final CommandSender sender;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningNewsroom(Newsroom newsroom) {
        this.newsroom = newsroom;
        this.registry = Registry.at(newsroom.registry());
        this.codec = new MessageCodec(registry);
        this.sender = CommandSender.open(newsroom.kafka(), codec, newsroom.tokens());
    }

    /** Starts one, on a free port. */
    public static RunningNewsroom on(Path data) throws InterruptedException {
        Newsroom newsroom =
                Newsroom.with(DataDirectory.open(data), new NewsroomSettings(0, Optional.empty()), Progress.untold());
        newsroom.start();
        return new RunningNewsroom(newsroom);
    }

    public Drafts drafts(String person) {
        return new Drafts(sender, new Person(person), TOOL, ANSWER);
    }

    public Reviews reviews(String person) {
        return new Reviews(sender, new Person(person), TOOL, ANSWER);
    }

    public Translations translations(String person) {
        return new Translations(sender, new Person(person), TOOL, ANSWER);
    }

    public Publications publications(String person) {
        return new Publications(sender, new Person(person), TOOL, ANSWER);
    }

    public CommandSender sender() {
        return sender;
    }

    public MessageCodec codec() {
        return codec;
    }

    public Registry registry() {
        return registry;
    }

    /** Where its registry is. */
    public URI registryUrl() {
        return newsroom.registry();
    }

    public KafkaConnection kafka() {
        return newsroom.kafka();
    }

    /** Of the site and the newsroom view. */
    public URI address() {
        return newsroom.address();
    }

    /** What its topics hold at this moment. */
    public TopicReader topics() {
        return new TopicReader(kafka(), codec);
    }

    /** What the site, or the newsroom view, answers. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = newsroom.address().resolve(path);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        sender.close();
        registry.close();
        newsroom.close();
    }
}
