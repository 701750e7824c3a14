package press.stet.archive.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import press.stet.contract.history.Chain;
import press.stet.contract.history.SealedRecord;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.Origin;
import press.stet.contract.registry.Registry;
import press.stet.contract.topic.Topic;
import press.stet.contract.topic.Topics;
import press.stet.model.CommandId;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.Version;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.command.PublicationKind;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Stamp;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Deadlines;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Notice;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Right;
import press.stet.model.house.Role;
import press.stet.model.house.Sentences;
import press.stet.model.house.Staff;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Ruling;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;

/** Rules on commands and keeps the records that follow, as they would stand in the log. A second passes with each command. */
final class SmallNewsroom {

    /** In this process; all that name it share it. */
    static final URI REGISTRY = URI.create("mock://small-newsroom");

    static final Language EN = Language.of("en");
    static final Language RU = Language.of("ru");
    static final Site DAILY = new Site("daily");
    static final Person ANN = new Person("ann");
    static final Person BEN = new Person("ben");
    static final Person LEA = new Person("lea");
    static final Check LEGAL = new Check("legal");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    static final Staff STAFF = new Staff(
            3,
            Map.of(
                    ANN, List.of(may("reporter"), may("chief")),
                    BEN, List.of(may("chief")),
                    LEA, List.of(may("legal"))),
            List.of());

    /** The house asks for the editor, and for the lawyer in the section law, whose stories are to be translated within a day's work. */
    private static final HouseRules HOUSE = new HouseRules(
            DAILY,
            7,
            "The Daily",
            Set.of(),
            Map.of(),
            List.of(new CheckRule(
                    new RequiredCheck(LEGAL, 1), CheckRule.Of.EVERY_EDITION, Set.of(new Section("law")), Set.of())),
            false,
            false,
            false,
            List.of(
                    new TranslationRule(
                            Set.of(new Section("law")), Set.of(), Duration.ofHours(8), WhileStale.NOTICE, false, null),
                    new TranslationRule(
                            Set.of(new Section("summit")),
                            Set.of(Language.of("ru")),
                            null,
                            WhileStale.KEEP,
                            false,
                            Duration.ofHours(1))),
            Deadlines.NONE,
            Sentences.PLAIN);

    private final Map<StoryId, Story> stories = new HashMap<>();
    private final Map<StoryId, Digest> last = new HashMap<>();
    private final Map<String, Copy> texts = new HashMap<>();
    private final MessageCodec codec;
    private Instant now = NOON;
    private int commands;

    /** What stands in the topics and was not handed on. */
    final List<ConsumerRecord<byte[], byte[]>> events = new ArrayList<>();

    final List<ConsumerRecord<byte[], byte[]>> copies = new ArrayList<>();
    final List<ConsumerRecord<byte[], byte[]>> refusals = new ArrayList<>();
    final List<Snapshot> snapshots = new ArrayList<>();

    SmallNewsroom() {
        Registry registry = Registry.at(REGISTRY);
        for (Topic topic : List.of(Topics.EVENTS, Topics.COPIES, Topics.REFUSALS, Topics.STAFF)) {
            topic.schema().ifPresent(schema -> registry.register(topic.subject(), schema, "BACKWARD_TRANSITIVE"));
        }
        this.codec = new MessageCodec(registry);
    }

    MessageCodec codec() {
        return codec;
    }

    private static Grant may(String role) {
        Set<Right> rights = role.equals("chief") ? EnumSet.allOf(Right.class) : Set.of();
        Set<Check> checks = switch (role) {
            case "chief" -> Set.of(Check.EDITOR);
            case "legal" -> Set.of(LEGAL);
            default -> Set.of();
        };
        return new Grant(new Role(role, rights, checks), Set.of(), Set.of());
    }

    static StoryId story(int number) {
        return StoryId.of("019c0000-0000-7000-8000-%012x".formatted(number));
    }

    /** Sends a command and keeps what follows; the story's sequence after it. */
    long send(StoryId id, Person actor, Command command) {
        now = now.plusSeconds(1);
        commands++;
        Dispatch dispatch = new Dispatch(commandId(), id, actor, "test/1.0", command);
        Ruling ruling = Editor.rule(
                stories.get(id),
                new Arrival(dispatch, command.channel(), now, new Proof.TheirWord()),
                new Circumstances(
                        _ -> HOUSE, STAFF, (language, version) -> texts.get(key(id, language, version)), null));
        Origin origin = new Origin(Topics.of(command.channel()).name(), 0, commands);
        return switch (ruling) {
            case Ruling.Accepted accepted -> {
                keep(accepted, origin);
                yield accepted.story().sequence();
            }
            case Ruling.Refused refused -> {
                refusals.add(record(
                        Topics.REFUSALS,
                        id.toString(),
                        codec.encodeRefusal(new LoggedRefusal(refused.refused(), origin)),
                        refusals.size()));
                yield -1;
            }
        };
    }

    private void keep(Ruling.Accepted accepted, Origin origin) {
        StoryId id = accepted.story().id();
        stories.put(id, accepted.story());
        for (SealedRecord sealed : new Chain(codec).seal(accepted.entries(), last.get(id), origin)) {
            last.put(id, sealed.digest());
            events.add(record(Topics.EVENTS, id.toString(), sealed.value(), events.size()));
        }
        for (FiledCopy filed : accepted.texts()) {
            texts.put(filed.key(), filed.copy());
            copies.add(record(Topics.COPIES, filed.key(), codec.encodeCopy(filed), copies.size()));
        }
        snapshots.addAll(accepted.snapshots());
    }

    static ConsumerRecord<byte[], byte[]> record(Topic topic, String key, byte @Nullable [] value, long offset) {
        return new ConsumerRecord<>(topic.name(), 0, offset, key.getBytes(UTF_8), value);
    }

    private CommandId commandId() {
        return new CommandId(
                new UUID(now.toEpochMilli() << 16 | 0x7000L | (commands & 0xfff), 0x8000_0000_0000_0000L | commands));
    }

    private static String key(StoryId story, Language language, Version version) {
        return story + "/" + language + "/" + version;
    }

    Edition edition(StoryId id, Language language) {
        Edition edition = story(id).edition(language);
        if (edition == null) {
            throw new IllegalStateException("there is no edition in " + language);
        }
        return edition;
    }

    Story story(StoryId id) {
        Story story = stories.get(id);
        if (story == null) {
            throw new IllegalStateException("there is no story " + id);
        }
        return story;
    }

    private Stamp inHand(StoryId id, Language language) {
        Stamp stamp = edition(id, language).current();
        if (stamp == null) {
            throw new IllegalStateException("nothing is in hand in " + language);
        }
        return stamp;
    }

    long file(StoryId id, Copy copy) {
        return send(id, ANN, new Command.FileStory(DAILY, copy));
    }

    long revise(StoryId id, Copy copy) {
        Version base = inHand(id, copy.language()).version();
        return send(id, ANN, new Command.ReviseCopy(base, copy, false, false, List.of()));
    }

    long submit(StoryId id, Language language) {
        return send(
                id,
                ANN,
                new Command.SubmitForReview(language, inHand(id, language).version(), null));
    }

    long recall(StoryId id, Language language) {
        return send(
                id,
                ANN,
                new Command.RecallFromReview(language, inHand(id, language).version()));
    }

    long approve(StoryId id, Language language, Person by, Check check) {
        Stamp stamp = inHand(id, language);
        return send(id, by, new Command.ApproveVersion(language, stamp.version(), stamp.digest(), check));
    }

    long publish(StoryId id, Language language, PublicationKind kind) {
        Stamp stamp = inHand(id, language);
        return send(id, BEN, new Command.PublishVersion(language, stamp.version(), stamp.digest(), kind, Notice.NONE));
    }

    /** Files, submits, approves and publishes. */
    long bringOut(StoryId id, Copy copy) {
        file(id, copy);
        submit(id, copy.language());
        approve(id, copy.language(), BEN, Check.EDITOR);
        return publish(id, copy.language(), PublicationKind.FIRST);
    }
}
