package press.stet.site;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import press.stet.model.Language;

/** Writes times the way a language does, on the site's clock. For one page: not for use by several threads. */
final class Times {

    /** @param machine RFC 3339, for {@code datetime} */
    record Written(String machine, String shown) {}

    private final DateFormat full;
    private final DateFormat brief;

    Times(Language language, ZoneId zone) {
        ULocale locale = ULocale.forLanguageTag(language.tag());
        this.full = format("yMMMMdjmz", locale, zone);
        this.brief = format("yMMMdjm", locale, zone);
    }

    /** Day, time and whose clock it is. */
    Written full(Instant at) {
        return written(full, at);
    }

    /** Day and time. */
    Written brief(Instant at) {
        return written(brief, at);
    }

    private static Written written(DateFormat format, Instant at) {
        return new Written(at.truncatedTo(ChronoUnit.SECONDS).toString(), format.format(Date.from(at)));
    }

    private static DateFormat format(String skeleton, ULocale locale, ZoneId zone) {
        DateFormat format = DateFormat.getInstanceForSkeleton(skeleton, locale);
        format.setTimeZone(TimeZone.getTimeZone(zone.equals(java.time.ZoneOffset.UTC) ? "Etc/UTC" : zone.getId()));
        return format;
    }
}
