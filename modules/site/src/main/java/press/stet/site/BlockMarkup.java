package press.stet.site;

import gg.jte.html.HtmlContent;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.copy.Block;

/** Sets the blocks of a body, each by the template of its kind. */
record BlockMarkup(Language language, Words words) {

    HtmlContent of(Block block) {
        return switch (block) {
            case Block.Paragraph paragraph -> out -> JteparagraphGenerated.render(out, AsWritten.TAGS, paragraph);
            case Block.Subheading subheading -> out -> JtesubheadingGenerated.render(out, AsWritten.TAGS, subheading);
            case Block.Quote quote -> out -> JtequoteGenerated.render(out, AsWritten.TAGS, quote);
            case Block.Photo photo -> out -> JtephotoGenerated.render(out, AsWritten.TAGS, photo, this);
            case Block.Points points -> out -> JtepointsGenerated.render(out, AsWritten.TAGS, points);
            case Block.Embed embed -> out -> JteembedGenerated.render(out, AsWritten.TAGS, embed, this);
        };
    }

    /** {@code lang} of the site's own words beside a block; null where it is the page's. */
    @Nullable String wordsLang() {
        return words.langOn(language);
    }

    /** {@code dir} of the site's own words beside a block; null where it is the page's. */
    @Nullable String wordsDir() {
        return words.dirOn(language);
    }

    /** An address as an attribute holds it. */
    static String ascii(URI address) {
        return address.toASCIIString();
    }

    /** Whose page a link leads to. */
    static String host(URI address) {
        String host = address.getHost();
        return host == null ? address.getRawSchemeSpecificPart() : host.startsWith("www.") ? host.substring(4) : host;
    }
}
