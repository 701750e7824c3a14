package press.stet.site;

import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import press.stet.archive.published.LanguageCount;
import press.stet.archive.published.LanguageLink;
import press.stet.archive.published.Page;
import press.stet.archive.published.PublishedStore;
import press.stet.model.Language;
import press.stet.model.copy.Section;
import press.stet.model.edition.Snapshot;
import press.stet.site.Frame.Alternate;
import press.stet.site.Frame.Head;
import press.stet.site.Frame.Place;
import press.stet.site.Frame.Tongue;

/** Writes answers as pages. Safe for use by many threads. */
final class Pages {

    private final PublishedStore store;
    private final SiteSettings settings;

    Pages(PublishedStore store, SiteSettings settings) {
        this.store = store;
        this.settings = settings;
    }

    /** The page as HTML. An answer that only leads elsewhere has an empty one. */
    String of(Answer answer) {
        return switch (answer) {
            case Answer.Story story -> story(story.page());
            case Answer.Gone gone -> gone(gone.page());
            case Answer.Front front -> front(front);
            case Answer.Department department -> department(department);
            case Answer.Found found -> found(found);
            case Answer.NothingYet nothing -> nothingYet(nothing.language());
            case Answer.NoPage none -> noPage(none);
            case Answer.Elsewhere _ -> "";
        };
    }

    private String story(Page.Live page) {
        Snapshot.Live snapshot = page.snapshot();
        Language language = snapshot.language();
        Head head = new Head(
                snapshot.copy().headline(),
                snapshot.copy().standfirst(),
                "article",
                settings.outside(page.path()),
                alternates(page),
                StoryView.picture(snapshot).orElse(null),
                true);
        Frame frame = frame(language, head, snapshot.copy().section(), translations(language, page.languages()), "");
        StoryView story = StoryView.of(page, frame.words(), times(language));
        return written(out -> JtestoryGenerated.render(out, AsWritten.TAGS, frame, story));
    }

    private String gone(Page.Gone page) {
        Snapshot snapshot = page.snapshot();
        Language language = snapshot.language();
        Words words = Words.in(language);
        GoneView gone = GoneView.of(page, words, times(language));
        Frame frame = frame(language, Head.unlisted(gone.title()), null, translations(language, page.languages()), "");
        return written(out -> JtegoneGenerated.render(out, AsWritten.TAGS, frame, gone));
    }

    private String front(Answer.Front front) {
        Language language = front.language();
        List<Language> languages = languages();
        Head head = new Head(
                settings.title(),
                "",
                "website",
                settings.outside(front.ownPath()),
                front.paging().isFirst() ? alternates(languages) : List.of(),
                null,
                true);
        Frame frame = frame(language, head, null, fronts(language, languages), "");
        ListView list = ListView.of(front, times(language));
        return written(out -> JtefrontGenerated.render(out, AsWritten.TAGS, frame, list));
    }

    private String department(Answer.Department department) {
        Language language = department.language();
        Head head = new Head(
                department.name(), "", "website", settings.outside(department.ownPath()), List.of(), null, true);
        Frame frame = frame(language, head, department.section(), fronts(language, languages()), "");
        ListView list = ListView.of(department, times(language));
        return written(out -> JtedepartmentGenerated.render(out, AsWritten.TAGS, frame, department.name(), list));
    }

    private String found(Answer.Found found) {
        Language language = found.language();
        Words words = Words.in(language);
        List<Tongue> languages = languages().stream()
                .map(each -> Tongue.of(each, Paths.search(each, found.words()), each.equals(language)))
                .toList();
        Frame frame = frame(language, Head.unlisted(words.say("search")), null, languages, found.words());
        ListView list = ListView.of(found, times(language));
        return written(out -> JtefoundGenerated.render(out, AsWritten.TAGS, frame, found, list));
    }

    private String nothingYet(Language language) {
        Words words = Words.in(language);
        Frame frame = bare(language, Head.unlisted(words.say("empty.title")));
        return written(out -> JtenothingGenerated.render(out, AsWritten.TAGS, frame));
    }

    private String noPage(Answer.NoPage none) {
        Words words = Words.in(none.language());
        Frame frame =
                bare(words.language(), Head.unlisted(words.say(none.problem().titleKey())));
        return written(out -> JtenopageGenerated.render(out, AsWritten.TAGS, frame, none));
    }

    private Frame frame(Language language, Head head, @Nullable Section here, List<Tongue> languages, String query) {
        List<Place> sections = store.sections(language).stream()
                .map(link -> new Place(
                        link.name(),
                        Paths.section(language, link.section()),
                        link.section().equals(here)))
                .toList();
        return new Frame(settings.title(), language, Words.in(language), head, sections, languages, query);
    }

    /** A frame that asks nothing of the store. */
    private Frame bare(Language language, Head head) {
        return new Frame(settings.title(), language, Words.in(language), head, List.of(), List.of(), "");
    }

    private List<Language> languages() {
        return store.languages().stream().map(LanguageCount::language).sorted().toList();
    }

    private static List<Tongue> fronts(Language here, List<Language> languages) {
        return languages.stream()
                .map(each -> Tongue.of(each, Paths.front(each), each.equals(here)))
                .toList();
    }

    private static List<Tongue> translations(Language here, List<LanguageLink> links) {
        return links.stream()
                .map(link ->
                        Tongue.of(link.language(), link.path(), link.language().equals(here)))
                .toList();
    }

    private List<Alternate> alternates(Page.Live page) {
        return alternates(
                page.languages().stream()
                        .map(link -> new Alternate(link.language().tag(), settings.outside(link.path())))
                        .toList(),
                Paths.story(page.snapshot().story()));
    }

    private List<Alternate> alternates(List<Language> languages) {
        return alternates(
                languages.stream()
                        .map(each -> new Alternate(each.tag(), settings.outside(Paths.front(each))))
                        .toList(),
                "/");
    }

    private List<Alternate> alternates(List<Alternate> languages, String otherwise) {
        if (languages.size() < 2) {
            return List.of();
        }
        return Stream.concat(languages.stream(), Stream.of(new Alternate("x-default", settings.outside(otherwise))))
                .toList();
    }

    private Times times(Language language) {
        return new Times(language, settings.zone());
    }

    private static String written(Consumer<HtmlTemplateOutput> page) {
        StringOutput markup = new StringOutput(16_384);
        page.accept(new OwaspHtmlTemplateOutput(markup));
        return markup.toString();
    }
}
