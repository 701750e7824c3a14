package press.stet.contract.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import press.stet.contract.message.MessageCodec;
import press.stet.contract.message.Samples;
import press.stet.contract.message.Wired;
import press.stet.model.Digest;
import press.stet.model.event.Entry;

class ChainTest {

    private final MessageCodec codec = Wired.codec(URI.create("mock://chain"));
    private final Chain chain = new Chain(codec);
    private final List<SealedRecord> sealed = chain.seal(Samples.history(), null, Samples.origin());

    @Test
    void a_history_as_it_was_written_verifies_and_says_its_last_digest() {
        assertThat(chain.verify(values()))
                .isEqualTo(new Verdict.Intact(sealed.size(), sealed.getLast().digest()));
    }

    @Test
    void no_history_verifies() {
        assertThat(chain.verify(List.of())).isEqualTo(new Verdict.Intact(0, null));
    }

    @Test
    void the_first_event_has_none_before_it_and_each_other_names_the_one_before() {
        assertThat(sealed.getFirst().entry().previous()).isNull();
        for (int at = 1; at < sealed.size(); at++) {
            Digest before = sealed.get(at - 1).digest();
            assertThat(sealed.get(at).entry().previous()).isEqualTo(before);
            assertThat(codec.decodeEvent(sealed.get(at).value()).previous()).isEqualTo(before);
        }
    }

    @Test
    void a_second_ruling_is_sealed_onto_the_first() {
        List<Entry> history = Samples.history();
        List<SealedRecord> first = chain.seal(history.subList(0, 5), null, Samples.origin());
        List<SealedRecord> second =
                chain.seal(history.subList(5, history.size()), first.getLast().digest(), Samples.origin());
        assertThat(second.getLast().digest()).isEqualTo(sealed.getLast().digest());
    }

    @Test
    void a_digest_does_not_hang_on_the_registrys_id_of_the_schema() {
        byte[] value = sealed.getFirst().value().clone();
        value[4]++;
        assertThat(Chain.digest(value)).isEqualTo(sealed.getFirst().digest());
    }

    @Test
    void any_altered_byte_is_found_at_its_event_or_the_next() {
        for (int event : List.of(0, 4, 9)) {
            int length = sealed.get(event).value().length;
            for (int at = 5; at < length; at++) {
                List<byte[]> values = values().subList(0, event + 2);
                values.get(event)[at] ^= 1;
                long sequence = event + 1L;
                assertThat(chain.verify(values))
                        .as("byte %d of event %d altered", at, sequence)
                        .isInstanceOfSatisfying(
                                Verdict.Broken.class,
                                broken -> assertThat(broken.sequence()).isBetween(sequence, sequence + 1));
            }
        }
    }

    @Test
    void an_event_lost_is_found() {
        List<byte[]> values = values();
        values.remove(3);
        assertThat(chain.verify(values))
                .isEqualTo(new Verdict.Broken(4, "event 4 was expected, and event 5 stands there"));
    }

    @Test
    void events_out_of_order_are_found() {
        List<byte[]> values = values();
        Collections.swap(values, 6, 7);
        assertThat(chain.verify(values))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.sequence()).isEqualTo(7));
    }

    @Test
    void an_event_put_in_another_ones_place_is_found_and_both_digests_are_named() {
        List<Entry> history = Samples.history();
        List<SealedRecord> other = chain.seal(history.subList(1, 2), null, Samples.origin());
        List<byte[]> values = values();
        values.set(1, other.getFirst().value());
        assertThat(chain.verify(values))
                .isInstanceOfSatisfying(
                        Verdict.Broken.class,
                        broken -> assertThat(broken.why())
                                .contains("sealed onto null")
                                .contains(sealed.getFirst().digest().text()));
    }

    private List<byte[]> values() {
        List<byte[]> values = new ArrayList<>();
        sealed.forEach(each -> values.add(each.value().clone()));
        return values;
    }
}
