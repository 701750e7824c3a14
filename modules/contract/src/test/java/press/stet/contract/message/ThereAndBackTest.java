package press.stet.contract.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import press.stet.contract.topic.Topics;
import press.stet.model.command.Command;
import press.stet.model.command.Dispatch;
import press.stet.model.copy.Block;
import press.stet.model.edition.Snapshot;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import press.stet.model.event.FiledCopy;
import press.stet.model.house.HouseRules;
import press.stet.model.house.Staff;
import press.stet.model.ruling.RefusedCommand;

class ThereAndBackTest {

    private static final int VALUES = 200;

    private static final MessageCodec CODEC = Wired.codec(URI.create("mock://there-and-back"));

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_comes_back_as_it_was_sent(Class<? extends Command> type) {
        comesBack(
                any -> {
                    Dispatch some = any.any(Dispatch.class);
                    return new Dispatch(some.id(), some.story(), some.actor(), some.tool(), any.any(type));
                },
                dispatch -> CODEC.decodeCommand(
                        Topics.of(dispatch.command().channel()).name(), CODEC.encodeCommand(dispatch)));
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_comes_back_as_it_happened(Class<? extends Event> type) {
        comesBack(
                any -> {
                    SealedEntry some = any.any(SealedEntry.class);
                    Entry entry = some.entry();
                    return new SealedEntry(
                            new Entry(
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
                                    any.any(type)),
                            some.previous(),
                            some.origin());
                },
                entry -> CODEC.decodeEvent(CODEC.encodeEvent(entry)));
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void every_snapshot_comes_back_as_it_was_taken(Class<? extends Snapshot> type) {
        ThereAndBackTest.<Snapshot>comesBack(
                any -> any.any(type), snapshot -> CODEC.decodeEdition(CODEC.encodeEdition(snapshot)));
    }

    @Test
    void every_text_comes_back_with_its_digest() {
        comesBack(any -> any.any(FiledCopy.class), copy -> CODEC.decodeCopy(CODEC.encodeCopy(copy)));
    }

    @Test
    void every_refusal_comes_back_with_its_command_whole() {
        comesBack(
                any -> new LoggedRefusal(any.any(RefusedCommand.class), any.any(Origin.class)),
                refusal -> CODEC.decodeRefusal(CODEC.encodeRefusal(refusal)));
    }

    @Test
    void house_rules_and_staff_come_back() {
        comesBack(any -> any.any(HouseRules.class), rules -> CODEC.decodeHouseRules(CODEC.encodeHouseRules(rules)));
        comesBack(any -> any.any(Staff.class), staff -> CODEC.decodeStaff(CODEC.encodeStaff(staff)));
    }

    @Test
    void the_same_is_written_with_the_same_bytes() {
        for (long seed = 0; seed < VALUES; seed++) {
            assertThat(CODEC.encodeHouseRules(new Generated(seed).any(HouseRules.class)))
                    .as("house rules of seed %d", seed)
                    .isEqualTo(CODEC.encodeHouseRules(new Generated(seed).any(HouseRules.class)));
        }
    }

    @Test
    void what_the_wire_can_say_is_what_the_model_can_say() {
        assertThat(branches(Topics.DRAFTS.schema().orElseThrow(), "payload"))
                .containsExactlyInAnyOrderElementsOf(names(Command.class));
        assertThat(branches(Topics.EVENTS.schema().orElseThrow(), "payload"))
                .containsExactlyInAnyOrderElementsOf(names(Event.class));
        assertThat(branches(Topics.EDITIONS.schema().orElseThrow(), "status"))
                .containsExactlyInAnyOrderElementsOf(names(Snapshot.class));
        Schema copy = Topics.COPIES.schema().orElseThrow().getField("copy").schema();
        assertThat(copy.getField("body").schema().getElementType().getTypes().stream()
                        .map(Schema::getName))
                .containsExactlyInAnyOrderElementsOf(names(Block.class));
    }

    private static List<String> branches(Schema envelope, String union) {
        return envelope.getField(union).schema().getTypes().stream()
                .map(Schema::getName)
                .toList();
    }

    private static List<String> names(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isSealed() ? names(each).stream() : Stream.of(each.getSimpleName()))
                .toList();
    }

    private static <T> void comesBack(Function<Generated, T> make, Function<T, T> thereAndBack) {
        LongStream.range(0, VALUES).forEach(seed -> {
            T value = make.apply(new Generated(seed));
            assertThat(thereAndBack.apply(value)).as("value of seed %d", seed).isEqualTo(value);
        });
    }

    static Stream<Class<?>> commands() {
        return Arrays.stream(Command.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> events() {
        return Arrays.stream(Event.class.getPermittedSubclasses());
    }

    static Stream<Class<?>> snapshots() {
        return Arrays.stream(Snapshot.class.getPermittedSubclasses());
    }
}
