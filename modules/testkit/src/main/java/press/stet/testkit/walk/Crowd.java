package press.stet.testkit.walk;

import static press.stet.testkit.copy.Copies.AR;
import static press.stet.testkit.copy.Copies.COURTS;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.KK;
import static press.stet.testkit.copy.Copies.NEWS;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.STAFF;
import static press.stet.testkit.house.TheHouse.STRANGER;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.house.TheHouse.roleOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import press.stet.model.CommandId;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.command.Arrival;
import press.stet.model.command.Channel;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.command.Proof;
import press.stet.model.house.Check;
import press.stet.model.house.CheckRule;
import press.stet.model.house.Grant;
import press.stet.model.house.HouseRules;
import press.stet.model.house.RequiredCheck;
import press.stet.model.house.Staff;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.story.Story;
import press.stet.testkit.house.Rules;
import press.stet.testkit.house.TheHouse;
import press.stet.testkit.rules.Ids;
import press.stet.testkit.rules.NewsroomInMemory;

/**
 * People who do this and that in a newsroom: mostly what comes next, often what does not; late, twice, by the wrong way, decided on
 * what was there a while ago; while the house changes its rules and its staff. The same seed does the same.
 */
public final class Crowd {

    /** A second editor, for quorums. */
    public static final Person BORIS = new Person("boris");

    /** Edits Russian alone. */
    public static final Person DARIA = new Person("daria");

    /** Reports for one section alone. */
    public static final Person AIDA = new Person("aida");

    private static final List<Person> PEOPLE =
            List.of(REPORTER, EDITOR, LEGAL, TRANSLATOR, PUBLISHER, CHIEF, BORIS, DARIA, AIDA, STRANGER);

    /** After a kill a few more commands are tried, and then another story begins. */
    private static final int ROUNDS_AFTER_A_KILL = 10;

    private final Random random;
    /** Theirs alone, so that who proves nothing changes nothing in what else is done. */
    private final Random forgers;

    private final Wishes wishes;
    private final Ids ids = new Ids(1);
    private StoryId story;
    private int afterKill;

    public Crowd(long seed) {
        random = new Random(seed);
        forgers = new Random(seed);
        wishes = new Wishes(random);
        story = ids.story(NewsroomInMemory.MORNING);
    }

    /** Who works in the house when the crowd comes in. */
    public static Staff staff() {
        Staff staff = TheHouse.with(STAFF, BORIS, new Grant(roleOf(EDITOR), Set.of(), Set.of()));
        staff = TheHouse.with(staff, DARIA, new Grant(roleOf(EDITOR), Set.of(), Set.of(RU)));
        return TheHouse.with(staff, AIDA, new Grant(roleOf(REPORTER), Set.of(NEWS), Set.of()));
    }

    /** What happens next. */
    public Step next(NewsroomInMemory newsroom) {
        Story now = newsroom.story(story);
        if (now != null && now.isKilled() && ++afterKill > ROUNDS_AFTER_A_KILL) {
            afterKill = 0;
            story = ids.story(newsroom.now());
        }
        return switch (random.nextInt(50)) {
            case 0 -> new Step.HouseChanged(rules(newsroom));
            case 1 -> new Step.StaffChanged(staff(newsroom));
            case 2 -> new Step.Sent(again(newsroom));
            case 3 -> new Step.Sent(astray(command(newsroom)));
            default -> new Step.Sent(command(newsroom));
        };
    }

    private Arrival command(NewsroomInMemory newsroom) {
        Command command = wishes.next(newsroom, story);
        Person actor = random.nextInt(8) == 0 ? anyOf(PEOPLE) : able(command);
        Dispatch dispatch = new Dispatch(ids.command(newsroom.now()), story, actor, "crowd/1", command);
        return new Arrival(dispatch, command.channel(), newsroom.now(), new Proof.TheirWord());
    }

    /** The same command once more: soon, or when it is forgotten. */
    private Arrival again(NewsroomInMemory newsroom) {
        List<Arrival> earlier = List.copyOf(newsroom.log().commands());
        if (earlier.isEmpty()) {
            return command(newsroom);
        }
        Arrival arrival = anyOf(earlier.subList(Math.max(0, earlier.size() - 10), earlier.size()));
        Duration late = random.nextInt(4) == 0 ? Duration.ofDays(8) : Duration.ofSeconds(1);
        return new Arrival(arrival.dispatch(), arrival.channel(), newsroom.now().plus(late), arrival.proof());
    }

    /** By the wrong way, without a proof, minted by a clock that is ahead, or at a broker whose clock is behind. */
    private Arrival astray(Arrival arrival) {
        Dispatch dispatch = arrival.dispatch();
        Instant at = arrival.at();
        CommandId ahead = ids.command(at.plus(Duration.ofHours(1)));
        return switch (random.nextInt(3)) {
            case 0 -> new Arrival(dispatch, anyOf(List.of(Channel.values())), at, arrival.proof());
            case 1 ->
                forgers.nextBoolean()
                        ? new Arrival(dispatch, arrival.channel(), at, new Proof.Unproven("there is no token"))
                        : new Arrival(
                                new Dispatch(
                                        ahead, dispatch.story(), dispatch.actor(), dispatch.tool(), dispatch.command()),
                                arrival.channel(),
                                at,
                                arrival.proof());
            default -> new Arrival(dispatch, arrival.channel(), at.minus(Duration.ofMinutes(3)), arrival.proof());
        };
    }

    private Person able(Command command) {
        return switch (command) {
            case Command.FileStory _ -> anyOf(List.of(REPORTER, REPORTER, EDITOR));
            case Command.ReviseCopy _ -> anyOf(List.of(REPORTER, REPORTER, REPORTER, EDITOR));
            case Command.SubmitForReview _, Command.RecallFromReview _ -> anyOf(List.of(REPORTER, EDITOR));
            case Command.ApproveVersion approve ->
                approve.check().equals(LEGAL_CHECK)
                        ? anyOf(List.of(LEGAL, CHIEF))
                        : anyOf(List.of(EDITOR, BORIS, CHIEF));
            case Command.RequestChanges _ -> anyOf(List.of(EDITOR, BORIS, CHIEF));
            case Command.TakeUpDraft _ -> anyOf(List.of(REPORTER, EDITOR));
            case Command.ClaimReview claim ->
                claim.to() != null && claim.from() == null ? claim.to() : anyOf(List.of(EDITOR, CHIEF));
            case Command.AddNote _, Command.AnswerNote _, Command.ResolveNote _ ->
                anyOf(List.of(REPORTER, EDITOR, BORIS, CHIEF));
            case Command.WaiveCheck _ -> CHIEF;
            case Command.RequestTranslation _ -> anyOf(List.of(EDITOR, CHIEF));
            case Command.DeliverTranslation _ -> anyOf(List.of(TRANSLATOR, TRANSLATOR, TRANSLATOR, EDITOR));
            case Command.PublishVersion _ -> anyOf(List.of(PUBLISHER, PUBLISHER, CHIEF));
            case Command.SchedulePublication _, Command.CancelSchedule _ -> anyOf(List.of(PUBLISHER, CHIEF));
            case Command.WithdrawEdition _ -> PUBLISHER;
            case Command.FileEdition _ -> anyOf(List.of(REPORTER, EDITOR));
            case Command.DiscardDraft _ -> anyOf(List.of(REPORTER, EDITOR));
            case Command.AssignTranslation _ -> anyOf(List.of(EDITOR, TRANSLATOR));
            case Command.ConfirmTranslation _ -> TRANSLATOR;
            case Command.CancelTranslation _ -> anyOf(List.of(EDITOR, CHIEF));
            case Command.ResendEdition _ -> PUBLISHER;
            case Command.SpikeStory _,
                    Command.RestoreStory _,
                    Command.HoldStory _,
                    Command.ResumeStory _,
                    Command.AssignStory _ -> anyOf(List.of(EDITOR, CHIEF));
            case Command.SetEmbargo _, Command.LiftEmbargo _ -> anyOf(List.of(PUBLISHER, CHIEF));
            case Command.KillStory _ -> CHIEF;
        };
    }

    private HouseRules rules(NewsroomInMemory newsroom) {
        int version = Objects.requireNonNull(newsroom.house(Site.ANY), "the house has rules")
                .version();
        CheckRule inCourts =
                new CheckRule(new RequiredCheck(LEGAL_CHECK, 1), CheckRule.Of.EVERY_EDITION, Set.of(COURTS), Set.of());
        TranslationRule inCourtsToo = new TranslationRule(
                Set.of(COURTS), Set.of(RU, KK), Duration.ofHours(8), WhileStale.WITHDRAW, true, null);
        TranslationRule inRussian = new TranslationRule(Set.of(), Set.of(EN, RU), null, WhileStale.NOTICE, false, null);
        TranslationRule upToDate = new TranslationRule(Set.of(), Set.of(), null, WhileStale.WITHDRAW, true, null);
        TranslationRule together =
                new TranslationRule(Set.of(), Set.of(RU), null, WhileStale.NOTICE, true, Duration.ofMinutes(15));
        HouseRules next = switch (random.nextInt(11)) {
            case 0 -> RULES;
            case 1 -> Rules.translating(RULES, together);
            case 7 -> Rules.translating(RULES, inRussian);
            case 8 -> Rules.translating(RULES, upToDate);
            case 2 -> Rules.asking(RULES, inCourts);
            case 3 -> Rules.asking(RULES, Check.EDITOR, 2);
            case 4 -> Rules.translatingFromLive(RULES);
            case 5 -> Rules.translating(Rules.publishedIn(RULES, EN, RU, KK), inCourtsToo, inRussian);
            case 6 -> Rules.demandingBylines(Rules.withSections(RULES, "news", "courts"), true, true);
            case 9 -> Rules.within(Rules.asking(RULES, LEGAL_CHECK, 1), Duration.ofMinutes(2), Duration.ofMinutes(1));
            default -> Rules.asking(Rules.publishedIn(RULES, EN, RU, AR), LEGAL_CHECK, 1);
        };
        return Rules.atVersion(next, version + 1);
    }

    private Staff staff(NewsroomInMemory newsroom) {
        Grant grant = new Grant(roleOf(anyOf(List.of(REPORTER, EDITOR, CHIEF))), Set.of(), Set.of());
        return TheHouse.with(
                new Staff(newsroom.staff().version(), staff().members(), staff().issuers()),
                anyOf(List.of(AIDA, BORIS, STRANGER)),
                grant);
    }

    private <T> T anyOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
