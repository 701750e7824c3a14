package press.stet.contract.message;

import java.net.URI;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Version;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.BlockMark;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.model.copy.Source;
import press.stet.model.copy.Stamp;
import press.stet.wire.Embed;
import press.stet.wire.Paragraph;
import press.stet.wire.Photo;
import press.stet.wire.Points;
import press.stet.wire.Quote;
import press.stet.wire.Subheading;

/** Copy, and what the history knows of it, on the wire. */
final class CopyForm {

    private CopyForm() {}

    static press.stet.wire.Copy toWire(Copy copy) {
        return new press.stet.wire.Copy(
                copy.language().tag(),
                copy.headline(),
                copy.standfirst(),
                copy.bylines(),
                copy.dateline(),
                key(copy.section()),
                copy.keywords(),
                copy.slug() == null ? null : copy.slug().text(),
                copy.body().stream().<Object>map(CopyForm::toWire).toList());
    }

    static Copy toModel(press.stet.wire.Copy copy) {
        return new Copy(
                Language.of(copy.getLanguage()),
                copy.getHeadline(),
                copy.getStandfirst(),
                copy.getBylines(),
                copy.getDateline(),
                section(copy.getSection()),
                copy.getKeywords(),
                copy.getSlug() == null ? null : new Slug(copy.getSlug()),
                copy.getBody().stream().map(CopyForm::block).toList());
    }

    private static SpecificRecord toWire(Block block) {
        String id = block.id().text();
        List<String> renders = texts(block.renders());
        return switch (block) {
            case Block.Paragraph paragraph -> new Paragraph(id, renders, paragraph.text());
            case Block.Subheading subheading -> new Subheading(id, renders, subheading.text());
            case Block.Quote quote -> new Quote(id, renders, quote.text(), quote.speaker());
            case Block.Photo photo ->
                new Photo(
                        id,
                        renders,
                        photo.address() == null ? null : photo.address().toString(),
                        photo.alt(),
                        photo.caption(),
                        photo.credit());
            case Block.Points points -> new Points(id, renders, points.numbered(), points.items());
            case Block.Embed embed -> new Embed(id, renders, embed.address().toString(), embed.text());
        };
    }

    private static Block block(Object block) {
        return switch (block) {
            case Paragraph it -> new Block.Paragraph(id(it.getId()), ids(it.getRenders()), it.getText());
            case Subheading it -> new Block.Subheading(id(it.getId()), ids(it.getRenders()), it.getText());
            case Quote it -> new Block.Quote(id(it.getId()), ids(it.getRenders()), it.getText(), it.getSpeaker());
            case Photo it ->
                new Block.Photo(
                        id(it.getId()),
                        ids(it.getRenders()),
                        it.getAddress() == null ? null : URI.create(it.getAddress()),
                        it.getAlt(),
                        it.getCaption(),
                        it.getCredit());
            case Points it -> new Block.Points(id(it.getId()), ids(it.getRenders()), it.getNumbered(), it.getItems());
            case Embed it ->
                new Block.Embed(id(it.getId()), ids(it.getRenders()), URI.create(it.getAddress()), it.getText());
            default -> throw new MissingUpgrade(block.getClass().getName());
        };
    }

    static press.stet.wire.Stamp toWire(Stamp stamp) {
        return new press.stet.wire.Stamp(
                stamp.version().number(),
                stamp.digest().text(),
                number(stamp.basedOn()),
                sourceToWire(stamp.source()),
                key(stamp.section()),
                stamp.blocks().stream().map(CopyForm::toWire).toList());
    }

    static Stamp toModel(press.stet.wire.Stamp stamp) {
        return new Stamp(
                new Version(stamp.getVersion()),
                new Digest(stamp.getDigest()),
                version(stamp.getBasedOn()),
                sourceToModel(stamp.getSource()),
                section(stamp.getSection()),
                stamp.getBlocks().stream().map(CopyForm::toModel).toList());
    }

    private static press.stet.wire.BlockMark toWire(BlockMark mark) {
        return new press.stet.wire.BlockMark(mark.id().text(), mark.digest().text(), texts(mark.renders()));
    }

    private static BlockMark toModel(press.stet.wire.BlockMark mark) {
        return new BlockMark(id(mark.getId()), new Digest(mark.getDigest()), ids(mark.getRenders()));
    }

    static press.stet.wire.Source toWire(Source source) {
        return new press.stet.wire.Source(
                source.language().tag(), source.version().number());
    }

    static Source toModel(press.stet.wire.Source source) {
        return new Source(Language.of(source.getLanguage()), new Version(source.getVersion()));
    }

    static press.stet.wire.@Nullable Source sourceToWire(@Nullable Source source) {
        return source == null ? null : toWire(source);
    }

    static @Nullable Source sourceToModel(press.stet.wire.@Nullable Source source) {
        return source == null ? null : toModel(source);
    }

    static @Nullable Integer number(@Nullable Version version) {
        return version == null ? null : version.number();
    }

    static @Nullable Version version(@Nullable Integer number) {
        return number == null ? null : new Version(number);
    }

    private static @Nullable String key(@Nullable Section section) {
        return section == null ? null : section.key();
    }

    private static @Nullable Section section(@Nullable String key) {
        return key == null ? null : new Section(key);
    }

    private static BlockId id(String text) {
        return new BlockId(text);
    }

    static @Nullable List<BlockId> ids(@Nullable List<String> texts) {
        return texts == null ? null : texts.stream().map(BlockId::new).toList();
    }

    static @Nullable List<String> texts(@Nullable List<BlockId> ids) {
        return ids == null ? null : ids.stream().map(BlockId::text).toList();
    }
}
