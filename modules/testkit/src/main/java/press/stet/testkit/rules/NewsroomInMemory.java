package press.stet.testkit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import press.stet.model.CommandId;
import press.stet.model.EditionId;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Source;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;
import press.stet.model.ruling.Circumstances;
import press.stet.model.ruling.Editor;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;
import press.stet.model.ruling.Ruling;
import press.stet.model.ruling.Texts;
import press.stet.model.story.Due;
import press.stet.model.story.Story;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.log.Log;

/**
 * A newsroom of rules alone: keeps what the workflow keeps, the way the workflow keeps it, and nothing else. What a real
 * newsroom makes of the same commands can be compared with it. Its clock stands still but for a minute between commands, and
 * its ids are the same in every run. Not for several threads.
 */
public final class NewsroomInMemory {

    /** When the first command comes in. */
    public static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private static final Duration BETWEEN_COMMANDS = Duration.ofMinutes(1);

    private record Asked(StoryId story, CommandId id) {}

    private final RuleBook rules;
    private final Ids ids;
    private final Map<Site, HouseRules> house = new HashMap<>();
    private final Map<StoryId, Story> stories = new HashMap<>();
    private final Map<StoryId, Map<Source, Copy>> texts = new HashMap<>();
    private final Map<Asked, Outcome> outcomes = new HashMap<>();
    private final Map<EditionId, Snapshot> latest = new HashMap<>();

    private final List<HouseRules> everyHouse = new ArrayList<>();
    private final List<Arrival> commands = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<RefusedCommand> refusals = new ArrayList<>();
    private final List<Snapshot> snapshots = new ArrayList<>();
    private final List<FiledCopy> filed = new ArrayList<>();

    private Staff staff = TheHouse.STAFF;
    private Instant now = MORNING;

    /** A newsroom with the house that tests work in. */
    public NewsroomInMemory() {
        this(Editor::rule);
    }

    public NewsroomInMemory(RuleBook rules) {
        this.rules = rules;
        this.ids = new Ids(0);
        house(TheHouse.RULES);
    }

    private NewsroomInMemory(NewsroomInMemory other, RuleBook rules) {
        this.rules = rules;
        ids = other.ids.branch();
        house.putAll(other.house);
        stories.putAll(other.stories);
        other.texts.forEach((story, each) -> texts.put(story, new HashMap<>(each)));
        outcomes.putAll(other.outcomes);
        latest.putAll(other.latest);
        everyHouse.addAll(other.everyHouse);
        commands.addAll(other.commands);
        entries.addAll(other.entries);
        refusals.addAll(other.refusals);
        snapshots.addAll(other.snapshots);
        filed.addAll(other.filed);
        staff = other.staff;
        now = other.now;
    }

    /** The same newsroom, to go on otherwise: what happens there does not happen here. */
    public NewsroomInMemory branch() {
        return branch(rules);
    }

    /** The same newsroom, to go on otherwise and by these rules. */
    public NewsroomInMemory branch(RuleBook other) {
        return new NewsroomInMemory(this, other);
    }

    /** Puts house rules in force for their site. */
    public void house(HouseRules next) {
        house.put(next.site(), next);
        everyHouse.add(next);
    }

    /** Leaves the house without rules. */
    public void noHouse() {
        house.clear();
    }

    public void staff(Staff next) {
        staff = next;
    }

    public Staff staff() {
        return staff;
    }

    /** The rules of a site, else those of any. */
    public @Nullable HouseRules house(Site site) {
        HouseRules own = house.get(site);
        return own == null ? house.get(Site.ANY) : own;
    }

    /** When the next command comes in. */
    public Instant now() {
        return now;
    }

    public void later(Duration passed) {
        now = now.plus(passed);
    }

    public StoryId newStory() {
        return ids.story(now);
    }

    /** The command of a person, as it comes in now by the way it belongs to. */
    public Arrival arrival(Person actor, StoryId story, Command command) {
        return new Arrival(
                new Dispatch(ids.command(now), story, actor, "testkit/1", command),
                command.channel(),
                now,
                new Proof.TheirWord());
    }

    /** Sends a command now, under an id of its own. */
    public Ruling send(Person actor, StoryId story, Command command) {
        return receive(arrival(actor, story, command));
    }

    /** What would be made of a command, if it came in now and nothing else were due. */
    public Ruling ask(Arrival arrival) {
        StoryId id = arrival.dispatch().story();
        Map<Source, Copy> atHand = texts.getOrDefault(id, Map.of());
        Texts find = (language, version) -> atHand.get(new Source(language, version));
        Outcome earlier = outcomes.get(new Asked(id, arrival.dispatch().id()));
        return rules.rule(stories.get(id), arrival, new Circumstances(this::house, staff, find, earlier));
    }

    /** Rules on a command as the workflow does, and keeps what follows. */
    public Ruling receive(Arrival arrival) {
        StoryId id = arrival.dispatch().story();
        fireBefore(id, arrival.at());
        Asked asked = new Asked(id, arrival.dispatch().id());
        Map<Source, Copy> atHand = texts.computeIfAbsent(id, _ -> new HashMap<>());
        Texts find = (language, version) -> atHand.get(new Source(language, version));
        Ruling ruling =
                rules.rule(stories.get(id), arrival, new Circumstances(this::house, staff, find, outcomes.get(asked)));
        commands.add(arrival);
        switch (ruling) {
            case Ruling.Accepted accepted -> keep(accepted, atHand);
            case Ruling.Refused refused -> refusals.add(refused.refused());
        }
        remember(asked, ruling, arrival.at());
        now = now.isBefore(arrival.at()) ? arrival.at().plus(BETWEEN_COMMANDS) : now.plus(BETWEEN_COMMANDS);
        return ruling;
    }

    /** Lets the time pass until a moment, at which everything goes out that is due. */
    public void until(Instant moment) {
        now = now.isBefore(moment) ? moment : now;
        fire();
    }

    /** Has everything go out, of every story, that is due by now. */
    public void fire() {
        Instant moment = now.plusMillis(1);
        List.copyOf(stories.keySet()).forEach(story -> fireBefore(story, moment));
    }

    /** Each may leave more to wait for, or less. */
    private void fireBefore(StoryId id, Instant moment) {
        Story story = stories.get(id);
        while (story != null
                && !story.due().isEmpty()
                && story.due().getFirst().at().isBefore(moment)) {
            fire(story, story.due().getFirst());
            story = stories.get(id);
        }
    }

    private void fire(Story story, Due due) {
        Map<Source, Copy> atHand = texts.computeIfAbsent(story.id(), _ -> new HashMap<>());
        Texts find = (edition, version) -> atHand.get(new Source(edition, version));
        keep(rules.due(story, due, due.at(), new Circumstances(this::house, staff, find, null)), atHand);
    }

    private void keep(Ruling.Accepted accepted, Map<Source, Copy> atHand) {
        stories.put(accepted.story().id(), accepted.story());
        accepted.texts().forEach(text -> atHand.put(new Source(text.copy().language(), text.version()), text.copy()));
        atHand.keySet().removeAll(accepted.dropped());
        entries.addAll(accepted.entries());
        filed.addAll(accepted.texts());
        snapshots.addAll(accepted.snapshots());
        accepted.snapshots().forEach(snapshot -> latest.put(snapshot.edition(), snapshot));
    }

    /** An outcome is remembered until its id is too old to be asked about. */
    private void remember(Asked asked, Ruling ruling, Instant at) {
        boolean tooOld = ruling instanceof Ruling.Refused refused
                && refused.refused().refusal().rule() == Rule.TOO_OLD;
        if (!tooOld) {
            outcomes.putIfAbsent(asked, ruling.outcome());
        }
        outcomes.keySet().removeIf(one -> one.id().mintedAt().isBefore(at.minus(Editor.REMEMBERED)));
    }

    public @Nullable Story story(StoryId id) {
        return stories.get(id);
    }

    /** The text of a version, or null if it is not at hand. */
    public @Nullable Copy text(StoryId story, Source version) {
        return texts.getOrDefault(story, Map.of()).get(version);
    }

    /** What readers see of an edition, or null if they never saw it. */
    public @Nullable Snapshot latest(EditionId edition) {
        return latest.get(edition);
    }

    /** What its topics and stores hold now. What happens later is seen in it. */
    public Log log() {
        Map<StoryId, Set<Source>> atHand = new HashMap<>();
        texts.forEach((story, each) -> atHand.put(story, new HashSet<>(each.keySet())));
        return new Log(
                Collections.unmodifiableList(commands),
                Collections.unmodifiableList(entries),
                Collections.unmodifiableList(refusals),
                Collections.unmodifiableList(snapshots),
                Collections.unmodifiableList(filed),
                Collections.unmodifiableList(everyHouse),
                Collections.unmodifiableMap(stories),
                atHand);
    }
}
