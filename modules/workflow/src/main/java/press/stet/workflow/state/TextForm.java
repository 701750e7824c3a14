package press.stet.workflow.state;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Block;
import press.stet.model.copy.BlockId;
import press.stet.model.copy.Copy;
import press.stet.model.copy.Section;
import press.stet.model.copy.Slug;
import press.stet.workflow.kept.KeptEmbed;
import press.stet.workflow.kept.KeptParagraph;
import press.stet.workflow.kept.KeptPhoto;
import press.stet.workflow.kept.KeptPoints;
import press.stet.workflow.kept.KeptQuote;
import press.stet.workflow.kept.KeptSubheading;
import press.stet.workflow.kept.KeptText;

/** Texts as they are kept. */
final class TextForm {

    private TextForm() {}

    static KeptText toKept(Copy copy) {
        Section section = copy.section();
        Slug slug = copy.slug();
        return new KeptText(
                copy.language().tag(),
                copy.headline(),
                copy.standfirst(),
                copy.bylines(),
                copy.dateline(),
                section == null ? null : section.key(),
                copy.keywords(),
                slug == null ? null : slug.text(),
                copy.body().stream().map(TextForm::toKept).toList());
    }

    static Copy toModel(KeptText kept) {
        String section = kept.getSection();
        String slug = kept.getSlug();
        return new Copy(
                Language.of(kept.getLanguage()),
                kept.getHeadline(),
                kept.getStandfirst(),
                kept.getBylines(),
                kept.getDateline(),
                section == null ? null : new Section(section),
                kept.getKeywords(),
                slug == null ? null : new Slug(slug),
                kept.getBody().stream().map(TextForm::block).toList());
    }

    private static Object toKept(Block block) {
        String id = block.id().text();
        List<String> renders = StampForm.texts(block.renders());
        return switch (block) {
            case Block.Paragraph it -> new KeptParagraph(id, renders, it.text());
            case Block.Subheading it -> new KeptSubheading(id, renders, it.text());
            case Block.Quote it -> new KeptQuote(id, renders, it.text(), it.speaker());
            case Block.Photo it -> new KeptPhoto(id, renders, text(it.address()), it.alt(), it.caption(), it.credit());
            case Block.Points it -> new KeptPoints(id, renders, it.numbered(), it.items());
            case Block.Embed it -> new KeptEmbed(id, renders, it.address().toString(), it.text());
        };
    }

    private static Block block(Object kept) {
        return switch (kept) {
            case KeptParagraph it -> new Block.Paragraph(id(it.getId()), ids(it.getRenders()), it.getText());
            case KeptSubheading it -> new Block.Subheading(id(it.getId()), ids(it.getRenders()), it.getText());
            case KeptQuote it -> new Block.Quote(id(it.getId()), ids(it.getRenders()), it.getText(), it.getSpeaker());
            case KeptPhoto it ->
                new Block.Photo(
                        id(it.getId()),
                        ids(it.getRenders()),
                        address(it.getAddress()),
                        it.getAlt(),
                        it.getCaption(),
                        it.getCredit());
            case KeptPoints it ->
                new Block.Points(id(it.getId()), ids(it.getRenders()), it.getNumbered(), it.getItems());
            case KeptEmbed it ->
                new Block.Embed(id(it.getId()), ids(it.getRenders()), URI.create(it.getAddress()), it.getText());
            default -> throw new UnreadableState("no block is kept as " + kept.getClass());
        };
    }

    private static @Nullable String text(@Nullable URI address) {
        return address == null ? null : address.toString();
    }

    private static @Nullable URI address(@Nullable String text) {
        return text == null ? null : URI.create(text);
    }

    private static BlockId id(String text) {
        return new BlockId(text);
    }

    private static @Nullable List<BlockId> ids(@Nullable List<String> texts) {
        return StampForm.ids(texts);
    }
}
