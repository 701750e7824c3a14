package press.stet.workflow.state;

import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.Section;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.workflow.kept.KeptBlockMark;
import press.stet.workflow.kept.KeptSource;
import press.stet.workflow.kept.KeptStamp;

/** What is known of versions without their text, as it is kept. */
final class StampForm {

    private StampForm() {}

    static KeptStamp toKept(Stamp stamp) {
        Version basedOn = stamp.basedOn();
        Source source = stamp.source();
        Section section = stamp.section();
        return new KeptStamp(
                stamp.version().number(),
                stamp.digest().text(),
                basedOn == null ? null : basedOn.number(),
                source == null ? null : toKept(source),
                section == null ? null : section.key(),
                stamp.blocks().stream().map(StampForm::toKept).toList());
    }

    static Stamp toModel(KeptStamp kept) {
        KeptSource source = kept.getSource();
        String section = kept.getSection();
        return new Stamp(
                new Version(kept.getVersion()),
                new Digest(kept.getDigest()),
                version(kept.getBasedOn()),
                source == null ? null : toModel(source),
                section == null ? null : new Section(section),
                kept.getBlocks().stream().map(StampForm::toModel).toList());
    }

    static KeptSource toKept(Source source) {
        return new KeptSource(source.language().tag(), source.version().number());
    }

    static Source toModel(KeptSource kept) {
        return new Source(Language.of(kept.getLanguage()), new Version(kept.getVersion()));
    }

    static @Nullable Version version(@Nullable Integer number) {
        return number == null ? null : new Version(number);
    }

    static @Nullable List<String> texts(@Nullable List<BlockId> ids) {
        return ids == null ? null : ids.stream().map(BlockId::text).toList();
    }

    static @Nullable List<BlockId> ids(@Nullable List<String> texts) {
        return texts == null ? null : texts.stream().map(BlockId::new).toList();
    }

    private static KeptBlockMark toKept(BlockMark mark) {
        return new KeptBlockMark(mark.id().text(), mark.digest().text(), texts(mark.renders()));
    }

    private static BlockMark toModel(KeptBlockMark kept) {
        return new BlockMark(new BlockId(kept.getId()), new Digest(kept.getDigest()), ids(kept.getRenders()));
    }
}
