package press.stet.site;

import com.ibm.icu.text.CaseMap;
import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import press.stet.model.Language;

/** How languages are called and written. */
final class LanguageNames {

    /** A capital at the beginning, as menus write it. */
    private static final CaseMap.Title BEGINNING =
            CaseMap.toTitle().wholeString().noLowercase();

    private LanguageNames() {}

    /** The language's name in itself. */
    static String own(Language language) {
        ULocale locale = ULocale.forLanguageTag(language.tag());
        String name = LocaleDisplayNames.getInstance(locale, DisplayContext.DIALECT_NAMES)
                .localeDisplayName(locale);
        return BEGINNING.apply(locale.toLocale(), null, name);
    }

    /** {@code rtl} where its script runs from right to left, else {@code ltr}. */
    static String dir(Language language) {
        return ULocale.forLanguageTag(language.tag()).isRightToLeft() ? "rtl" : "ltr";
    }
}
