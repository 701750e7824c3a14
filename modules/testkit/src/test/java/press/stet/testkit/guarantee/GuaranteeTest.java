package press.stet.testkit.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.testkit.copy.Copies.EN;
import static press.stet.testkit.copy.Copies.RU;
import static press.stet.testkit.copy.Copies.paragraph;
import static press.stet.testkit.copy.Edits.bylines;
import static press.stet.testkit.copy.Edits.edited;
import static press.stet.testkit.copy.Edits.headline;
import static press.stet.testkit.copy.Edits.replacing;
import static press.stet.testkit.house.TheHouse.CHIEF;
import static press.stet.testkit.house.TheHouse.EDITOR;
import static press.stet.testkit.house.TheHouse.LEGAL;
import static press.stet.testkit.house.TheHouse.LEGAL_CHECK;
import static press.stet.testkit.house.TheHouse.PUBLISHER;
import static press.stet.testkit.house.TheHouse.REPORTER;
import static press.stet.testkit.house.TheHouse.RULES;
import static press.stet.testkit.house.TheHouse.TRANSLATOR;
import static press.stet.testkit.rules.Asks.ANOTHER_TEXT;
import static press.stet.testkit.rules.Asks.approve;
import static press.stet.testkit.rules.Asks.deliver;
import static press.stet.testkit.rules.Asks.embargo;
import static press.stet.testkit.rules.Asks.kill;
import static press.stet.testkit.rules.Asks.liftEmbargo;
import static press.stet.testkit.rules.Asks.publish;
import static press.stet.testkit.rules.Asks.reviseAndSubmit;
import static press.stet.testkit.rules.Asks.schedule;
import static press.stet.testkit.rules.Asks.submit;
import static press.stet.testkit.rules.Asks.withdraw;
import static press.stet.testkit.rules.Scenes.aStoryApproved;
import static press.stet.testkit.rules.Scenes.aStoryFiledBy;
import static press.stet.testkit.rules.Scenes.aStoryInReview;
import static press.stet.testkit.rules.Scenes.aStoryLiveIn;
import static press.stet.testkit.rules.Scenes.aTranslationPublished;
import static press.stet.testkit.rules.Scenes.inAHouseWith;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.stet.model.Person;
import press.stet.model.command.Arrival;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.TranslationRule;
import press.stet.model.house.WhileStale;
import press.stet.model.ruling.Outcome;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Rule;
import press.stet.testkit.house.Rules;
import press.stet.testkit.log.Log;
import press.stet.testkit.rules.Desk;
import press.stet.testkit.rules.Given;
import press.stet.testkit.rules.Scene;

/** Each guarantee lets a newsroom's log pass, and finds the fault that was planted in one. */
class GuaranteeTest {

    private static final Scene A_LONG_STORY = inAHouseWith(Rules.asking(RULES, LEGAL_CHECK, 1))
            .then(aStoryInReview())
            .then(EDITOR, approve(EN))
            .then(LEGAL, approve(EN, LEGAL_CHECK))
            .then(PUBLISHER, publish(EN))
            .then(inAHouseWith(Rules.atVersion(RULES, 3)))
            .then(aTranslationPublished(RU))
            .then(CHIEF, reviseAndSubmit(EN, headline("Harbour open")))
            .then(EDITOR, approve(EN))
            .then(PUBLISHER, publish(EN))
            .then(PUBLISHER, withdraw(EN))
            .then(REPORTER, submit(EN))
            .then(EDITOR, approve(EN))
            .then(PUBLISHER, publish(EN))
            .then(CHIEF, kill());

    static Stream<Guarantee> guarantees() {
        return Guarantee.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("guarantees")
    void what_a_newsroom_of_rules_did_keeps_every_promise(Guarantee guarantee) {
        assertThat(guarantee.breaches(log(A_LONG_STORY))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("guarantees")
    void an_empty_log_keeps_every_promise(Guarantee guarantee) {
        assertThat(guarantee.breaches(Desk.open().newsroom().log())).isEmpty();
    }

    @Test
    void an_approval_in_another_digest_is_none() {
        Log doctored = entries(log(aStoryLiveIn(EN)), entry -> switch (entry.event()) {
            case Event.VersionApproved e ->
                with(entry, new Event.VersionApproved(e.language(), e.version(), ANOTHER_TEXT, e.check()));
            case Event _ -> entry;
        });

        finds(new NothingUnapproved(), doctored, "version 1 in en was published at event 5 without the editor check");
    }

    @Test
    void an_embargo_that_keeps_nobody_from_publishing_is_found() {
        Log log = log(aStoryApproved()
                .then(PUBLISHER, embargo(Duration.ofHours(1)))
                .then(PUBLISHER, liftEmbargo())
                .then(PUBLISHER, publish(EN)));

        finds(
                new NothingBeforeEmbargo(),
                without(log, entry -> entry.event() instanceof Event.EmbargoLifted),
                "published it, embargoed until");
    }

    @Test
    void a_snapshot_that_says_nothing_of_the_embargo_is_found() {
        Scene during = aStoryApproved().then(PUBLISHER, embargo(Duration.ofMinutes(1)));
        Desk desk = Given.given(during).desk();
        desk.newsroom().later(Duration.ofMinutes(1));
        desk.accepted(PUBLISHER, publish(EN));
        Log log = desk.newsroom().log();

        assertThat(new NothingBeforeEmbargo().breaches(log)).isEmpty();
        finds(
                new NothingBeforeEmbargo(),
                snapshots(log, GuaranteeTest::openAtOnce),
                "does not say what embargo there is");
    }

    @Test
    void a_language_that_goes_out_without_those_that_waited_with_it_is_found() {
        TranslationRule together =
                new TranslationRule(Set.of(), Set.of(RU), null, WhileStale.KEEP, false, Duration.ofHours(1));
        Log log = log(inAHouseWith(Rules.translating(RULES, together))
                .then(aStoryApproved())
                .then(TRANSLATOR, deliver(RU))
                .then(TRANSLATOR, submit(RU))
                .then(EDITOR, approve(RU))
                .then(PUBLISHER, publish(EN))
                .then(PUBLISHER, publish(RU)));

        assertThat(new ScheduleEndsOnce().breaches(log)).isEmpty();
        finds(
                new ScheduleEndsOnce(),
                without(
                        log,
                        entry -> entry.event() instanceof Event.ScheduleFired fired
                                && fired.language().equals(RU)),
                "left ru behind");
    }

    @Test
    void a_schedule_that_fires_twice_is_found() {
        Log log = log(aStoryApproved()
                .then(PUBLISHER, schedule(EN, Duration.ofHours(1)))
                .then(desk -> {
                    desk.newsroom().later(Duration.ofHours(1));
                    desk.newsroom().fire();
                }));
        Log twice = entries(
                log,
                entry -> entry.event() instanceof Event.EditionPublished
                        ? with(entry, new Event.ScheduleFired(EN))
                        : entry);

        assertThat(new ScheduleEndsOnce().breaches(log)).isEmpty();
        finds(new ScheduleEndsOnce(), twice, "ended what was not scheduled");
        finds(
                new ScheduleEndsOnce(),
                without(log, entry -> entry.event() instanceof Event.ScheduleFired),
                "there wait []");
    }

    @Test
    void a_check_that_the_house_asked_for_is_missed() {
        Log strict = log(inAHouseWith(Rules.asking(RULES, LEGAL_CHECK, 1))
                .then(aStoryInReview())
                .then(EDITOR, approve(EN))
                .then(LEGAL, approve(EN, LEGAL_CHECK))
                .then(PUBLISHER, publish(EN)));

        finds(
                new NothingUnapproved(),
                without(strict, entry -> entry.actor().equals(LEGAL)),
                "without the legal check by 1");
    }

    @Test
    void an_approval_of_the_version_before_is_none() {
        Log log = log(aStoryLiveIn(EN)
                .then(CHIEF, reviseAndSubmit(EN, headline("Harbour open")))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, publish(EN)));

        finds(
                new NothingUnapproved(),
                without(log, entry -> entry.sequence() > 7 && entry.event() instanceof Event.VersionApproved),
                "version 2 in en was published at event 10 without the editor check");
    }

    @Test
    void readers_must_be_given_the_text_that_was_approved() {
        Log log = log(aStoryLiveIn(EN, RU));

        finds(
                new NothingUnapproved(),
                snapshots(log, live -> shown(live, edited(live.copy(), headline("Sold!")))),
                "but readers were given Copy[language=en, headline=Sold!");
        finds(
                new NothingUnapproved(),
                snapshots(
                        log,
                        live -> live.language().equals(RU)
                                ? shown(live, edited(live.copy(), bylines("Somebody Else")))
                                : live),
                "version 1 in ru");
        finds(
                new NothingUnapproved(),
                texts(log, text -> filed(text, edited(text.copy(), headline("Sold!")))),
                "but readers were given Copy[language=en, headline=Harbour reopens");
    }

    @Test
    void readers_must_be_given_nothing_that_was_not_published() {
        finds(
                new NothingUnapproved(),
                without(log(aStoryLiveIn(EN)), entry -> entry.event() instanceof Event.EditionPublished),
                "readers were given en number 1 that was not published");
    }

    @Test
    void a_translation_whose_source_was_not_approved_is_found() {
        finds(
                new NothingUnapproved(),
                without(
                        log(aStoryLiveIn(EN, RU)),
                        entry -> entry.event() instanceof Event.ReviewCompleted completed
                                && completed.language().equals(EN)),
                "made from en@1, which was not approved");
    }

    @Test
    void whoever_approves_their_own_work_is_found() {
        finds(
                new FourEyes(),
                entries(
                        log(aStoryLiveIn(EN)),
                        entry -> entry.event() instanceof Event.VersionApproved ? by(entry, REPORTER) : entry),
                "reporter approved version 1 in en at event 3 and is a contributor");
        finds(
                new FourEyes(),
                entries(
                        log(aStoryLiveIn(EN)
                                .then(PUBLISHER, withdraw(EN))
                                .then(REPORTER, submit(EN))
                                .then(EDITOR, approve(EN))),
                        entry -> entry.sequence() > 7 ? by(entry, REPORTER) : entry),
                "reporter approved version 1 in en at event 8");
    }

    @Test
    void whoever_wrote_what_is_live_already_may_approve_what_comes_after() {
        Log log = entries(
                log(aStoryLiveIn(EN)
                        .then(CHIEF, reviseAndSubmit(EN, headline("Harbour open")))
                        .then(EDITOR, approve(EN))),
                entry -> entry.sequence() > 7 ? by(entry, REPORTER) : entry);

        assertThat(new FourEyes().breaches(log)).isEmpty();
    }

    @Test
    void whatever_comes_after_a_kill_is_found() {
        Log killed = log(aStoryLiveIn(EN).then(CHIEF, kill()));
        Log live = log(aStoryLiveIn(EN));

        List<Entry> risen = new ArrayList<>(killed.entries());
        risen.add(at(live.entries().getLast(), killed.entries().size() + 1));
        finds(new KilledForEver(), entries(killed, risen), "follows the kill: EditionPublished");
        List<Snapshot> late = new ArrayList<>(killed.snapshots());
        late.addAll(live.snapshots());
        finds(new KilledForEver(), snapshots(killed, late), "given another snapshot after the kill");
        finds(new KilledForEver(), snapshots(killed, live.snapshots()), "readers of en were not told of the kill");
    }

    @Test
    void a_number_that_does_not_increase_is_found() {
        Log log = log(aStoryLiveIn(EN).then(PUBLISHER, withdraw(EN)));

        finds(
                new NumbersIncrease(),
                entries(log, entry -> switch (entry.event()) {
                    case Event.EditionWithdrawn e ->
                        with(entry, new Event.EditionWithdrawn(e.language(), 1, e.notice()));
                    case Event _ -> entry;
                }),
                "gives en number 1 after 1");
        finds(
                new NumbersIncrease(),
                snapshots(log, log.snapshots().reversed()),
                "readers of en were given number 1 after 2");
    }

    @Test
    void a_command_without_an_outcome_is_found() {
        Log log = log(aStoryInReview());

        finds(
                new AnOutcomeForEveryCommand(),
                without(log, entry -> entry.event() instanceof Event.SubmittedForReview),
                "came in 1 times and has 0 outcomes");
    }

    @Test
    void half_a_ruling_is_found() {
        Log log = log(aStoryLiveIn(EN));

        finds(
                new AnOutcomeForEveryCommand(),
                without(log, entry -> entry.event() instanceof Event.ReviewCompleted),
                "are not whole");
    }

    @Test
    void an_event_of_a_command_that_nobody_sent_is_found() {
        Log log = log(aStoryInReview());
        List<Arrival> fewer = List.copyOf(log.commands()).subList(0, 1);

        finds(new AnOutcomeForEveryCommand(), commands(log, fewer), "came in 0 times and has 1 outcomes");
    }

    @Test
    void a_command_that_was_accepted_twice_is_found() {
        Log log = log(aStoryInReview());
        List<Entry> twice = new ArrayList<>(log.entries());
        twice.add(at(twice.getLast(), 3));
        List<Arrival> commands = new ArrayList<>(log.commands());
        commands.add(commands.getLast());

        Log doctored = commands(entries(log, twice), commands);

        finds(new NoSecondOutcome(), doctored, "was accepted 2 times");
    }

    @Test
    void a_repeat_that_is_told_something_else_is_found() {
        Desk desk = Desk.open();
        aStoryFiledBy(REPORTER).play(desk);
        Arrival filing = List.copyOf(desk.newsroom().log().commands()).getFirst();
        desk.newsroom()
                .receive(new Arrival(
                        filing.dispatch(), filing.channel(), filing.at().plusSeconds(9), filing.proof()));
        Log log = desk.newsroom().log();
        assertThat(new NoSecondOutcome().breaches(log)).isEmpty();

        finds(
                new NoSecondOutcome(),
                refusals(log, refused -> pointing(refused, new Outcome.Refused(Rule.FOUR_EYES))),
                "was repeated and pointed to Refused[rule=FOUR_EYES]");
        finds(
                new NoSecondOutcome(),
                refusals(log, refused -> when(refused, refused.at().plus(Duration.ofDays(30)))),
                "was refused by REPEATED at");
    }

    @Test
    void a_gap_in_a_history_is_found() {
        finds(
                new TheSameStory(),
                without(log(aStoryLiveIn(EN)), entry -> entry.sequence() == 3),
                "the history is broken");
    }

    @Test
    void a_store_that_is_behind_its_log_is_found() {
        Desk desk = Desk.open();
        aStoryInReview().play(desk);
        var before = desk.story();
        desk.accepted(EDITOR, approve(EN));
        Log log = desk.newsroom().log();

        Log behind = new Log(
                log.commands(),
                log.entries(),
                log.refusals(),
                log.snapshots(),
                log.texts(),
                log.houseRules(),
                Map.of(desk.storyId(), before),
                log.textsAtHand());
        finds(new TheSameStory(), behind, "the store holds");
    }

    @Test
    void a_text_that_was_lost_is_found() {
        Log log = log(aStoryLiveIn(EN));

        Log lost = new Log(
                log.commands(),
                log.entries(),
                log.refusals(),
                log.snapshots(),
                List.of(),
                log.houseRules(),
                log.stories(),
                log.textsAtHand());
        finds(new TheSameStory(), lost, "the text of version 1 in en is null");
        Log dropped = new Log(
                log.commands(),
                log.entries(),
                log.refusals(),
                log.snapshots(),
                log.texts(),
                log.houseRules(),
                log.stories(),
                Map.of(log.entries().getFirst().story(), Set.of()));
        finds(new TheSameStory(), dropped, "the texts [] are at hand, but should be [en@1]");
    }

    @Test
    void readers_who_were_not_told_of_a_withdrawal_are_found() {
        Log log = log(aStoryLiveIn(EN).then(PUBLISHER, withdraw(EN)));

        finds(new TheSameStory(), snapshots(log, log.snapshots().subList(0, 1)), "but readers were given Live");
    }

    @Test
    void a_translation_that_is_stale_in_other_blocks_than_those_that_changed_is_found() {
        Log log = log(aStoryLiveIn(EN, RU)
                .then(REPORTER, reviseAndSubmit(EN, replacing(2, _ -> paragraph("No ship had left since Tuesday."))))
                .then(EDITOR, approve(EN))
                .then(PUBLISHER, publish(EN)));
        assertThat(new StaleInExactlyThese().breaches(log)).isEmpty();

        finds(
                new StaleInExactlyThese(),
                entries(log, entry -> staleIn(entry, List.of())),
                "the ru translation should be stale in [v1-3] and is in []");
        finds(
                new StaleInExactlyThese(),
                entries(log, entry -> staleIn(entry, List.of(new BlockId("v1-1")))),
                "the ru translation should be stale in [v1-3] and is in [v1-1]");
    }

    private static Entry staleIn(Entry entry, List<BlockId> blocks) {
        return switch (entry.event()) {
            case Event.TranslationStale e ->
                with(entry, new Event.TranslationStale(e.language(), e.source(), blocks, e.beyond()));
            case Event _ -> entry;
        };
    }

    private static void finds(Guarantee guarantee, Log doctored, String what) {
        assertThat(guarantee.breaches(doctored)).extracting(Breach::what).anyMatch(each -> each.contains(what));
        assertThat(guarantee.breaches(doctored).toString()).contains(guarantee.promise());
    }

    private static Log log(Scene scene) {
        Desk desk = Desk.open();
        scene.play(desk);
        return desk.newsroom().log();
    }

    private static Log entries(Log log, UnaryOperator<Entry> doctored) {
        return entries(log, log.entries().stream().map(doctored).toList());
    }

    private static Log without(Log log, Predicate<Entry> lost) {
        return entries(log, log.entries().stream().filter(lost.negate()).toList());
    }

    private static Log entries(Log log, List<Entry> entries) {
        return new Log(
                log.commands(),
                entries,
                log.refusals(),
                log.snapshots(),
                log.texts(),
                log.houseRules(),
                log.stories(),
                log.textsAtHand());
    }

    private static Log commands(Log log, List<Arrival> commands) {
        return new Log(
                commands,
                log.entries(),
                log.refusals(),
                log.snapshots(),
                log.texts(),
                log.houseRules(),
                log.stories(),
                log.textsAtHand());
    }

    private static Log refusals(Log log, UnaryOperator<RefusedCommand> doctored) {
        return new Log(
                log.commands(),
                log.entries(),
                log.refusals().stream().map(doctored).toList(),
                log.snapshots(),
                log.texts(),
                log.houseRules(),
                log.stories(),
                log.textsAtHand());
    }

    private static Log snapshots(Log log, UnaryOperator<Snapshot.Live> doctored) {
        return snapshots(
                log,
                log.snapshots().stream()
                        .map(snapshot -> snapshot instanceof Snapshot.Live live ? doctored.apply(live) : snapshot)
                        .toList());
    }

    private static Log snapshots(Log log, List<Snapshot> snapshots) {
        return new Log(
                log.commands(),
                log.entries(),
                log.refusals(),
                snapshots,
                log.texts(),
                log.houseRules(),
                log.stories(),
                log.textsAtHand());
    }

    private static Log texts(Log log, UnaryOperator<FiledCopy> doctored) {
        return new Log(
                log.commands(),
                log.entries(),
                log.refusals(),
                log.snapshots(),
                log.texts().stream().map(doctored).toList(),
                log.houseRules(),
                log.stories(),
                log.textsAtHand());
    }

    private static Entry with(Entry entry, Event event) {
        return new Entry(
                entry.story(),
                entry.sequence(),
                entry.cause(),
                entry.actor(),
                entry.tool(),
                entry.at(),
                entry.houseRules(),
                entry.staff(),
                entry.index(),
                entry.count(),
                event);
    }

    private static Entry by(Entry entry, Person actor) {
        return new Entry(
                entry.story(),
                entry.sequence(),
                entry.cause(),
                actor,
                entry.tool(),
                entry.at(),
                entry.houseRules(),
                entry.staff(),
                entry.index(),
                entry.count(),
                entry.event());
    }

    private static Entry at(Entry entry, long sequence) {
        return new Entry(
                entry.story(),
                sequence,
                entry.cause(),
                entry.actor(),
                entry.tool(),
                entry.at(),
                entry.houseRules(),
                entry.staff(),
                entry.index(),
                entry.count(),
                entry.event());
    }

    private static Snapshot.Live shown(Snapshot.Live live, Copy copy) {
        return new Snapshot.Live(
                live.story(),
                live.language(),
                live.site(),
                live.sequence(),
                live.number(),
                live.at(),
                live.original(),
                live.version(),
                live.digest(),
                live.sectionName(),
                copy,
                live.publishedAt(),
                live.updatedAt(),
                live.corrections(),
                live.notBefore(),
                live.stale());
    }

    private static Snapshot.Live openAtOnce(Snapshot.Live live) {
        return new Snapshot.Live(
                live.story(),
                live.language(),
                live.site(),
                live.sequence(),
                live.number(),
                live.at(),
                live.original(),
                live.version(),
                live.digest(),
                live.sectionName(),
                live.copy(),
                live.publishedAt(),
                live.updatedAt(),
                live.corrections(),
                null,
                live.stale());
    }

    private static FiledCopy filed(FiledCopy text, Copy copy) {
        return new FiledCopy(
                text.story(),
                text.version(),
                text.sequence(),
                text.by(),
                text.at(),
                text.basedOn(),
                text.source(),
                text.digest(),
                copy);
    }

    private static RefusedCommand pointing(RefusedCommand refused, Outcome first) {
        return new RefusedCommand(
                refused.dispatch(),
                refused.channel(),
                refused.at(),
                refused.refusal(),
                first,
                refused.houseRules(),
                refused.staff());
    }

    private static RefusedCommand when(RefusedCommand refused, Instant at) {
        return new RefusedCommand(
                refused.dispatch(),
                refused.channel(),
                at,
                refused.refusal(),
                refused.first(),
                refused.houseRules(),
                refused.staff());
    }
}
