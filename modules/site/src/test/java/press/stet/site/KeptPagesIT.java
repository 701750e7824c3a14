package press.stet.site;

import static org.assertj.core.api.Assertions.assertThat;
import static press.stet.site.Editions.EN;
import static press.stet.site.Editions.NOON;
import static press.stet.site.Editions.RU;
import static press.stet.site.Editions.SPORT;
import static press.stet.site.Editions.WORLD;
import static press.stet.site.Editions.copy;
import static press.stet.site.Editions.embargoed;
import static press.stet.site.Editions.killed;
import static press.stet.site.Editions.live;
import static press.stet.site.Editions.story;
import static press.stet.site.Editions.withdrawn;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import press.stet.model.Language;
import press.stet.model.StoryId;
import press.stet.model.copy.Section;
import press.stet.model.edition.Snapshot;

class KeptPagesIT {

    private static final int STEPS = 100;
    private static final int STORIES = 4;

    /** A query that names no page anew, and that no page was kept for. */
    private static final String NEVER_ASKED = "?never-asked=";

    @Test
    void a_page_that_was_kept_is_the_one_that_would_be_written_now() {
        SplittableRandom choice = new SplittableRandom(1);
        List<Language> languages = List.of(EN, RU);
        List<Section> sections = List.of(WORLD, SPORT);
        Instant now = NOON;
        try (PublishedSite site = PublishedSite.open(SiteSettings.titled("Stet"))) {
            for (int step = 1; step <= STEPS; step++) {
                StoryId story = story(choice.nextInt(STORIES));
                Language language = languages.get(choice.nextInt(languages.size()));
                Section section = sections.get(choice.nextInt(sections.size()));
                Snapshot.Live live = live(story, step, NOON, copy(language, section, "Title " + step, "x"));
                switch (choice.nextInt(8)) {
                    case 0, 1 -> site.publish(live);
                    case 2 -> site.publish(embargoed(live, now.plusSeconds(1 + choice.nextInt(5))));
                    case 3 -> site.publish(withdrawn(story, language, step));
                    case 4 -> now = now.plusSeconds(1);
                    case 5 -> site.publish(step > STEPS / 2 ? killed(story, language, step) : live);
                    default -> {}
                }
                site.at(now);
                for (String path : List.of(
                        "/" + language,
                        "/" + language + "/" + section,
                        "/%s/%s/title-%s".formatted(language, section, story.shortId()))) {
                    HttpResponse<String> kept = site.get(path);
                    HttpResponse<String> written = site.get(path + NEVER_ASKED + step);
                    assertThat(kept.body()).as(path + " after step " + step).isEqualTo(written.body());
                    assertThat(kept.statusCode())
                            .isEqualTo(written.statusCode())
                            .isLessThan(500);
                    assertThat(kept.headers().firstValue("ETag"))
                            .isEqualTo(written.headers().firstValue("ETag"));
                    assertThat(kept.headers().firstValue("Location"))
                            .isEqualTo(written.headers().firstValue("Location"));
                }
            }
        }
    }
}
