package press.stet.workflow.state;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Person;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.house.Notice;
import press.stet.model.story.Assignment;
import press.stet.model.story.Edition;
import press.stet.model.story.Embargo;
import press.stet.model.story.Hold;
import press.stet.model.story.Story;
import press.stet.workflow.kept.KeptAssignment;
import press.stet.workflow.kept.KeptEmbargo;
import press.stet.workflow.kept.KeptHold;
import press.stet.workflow.kept.KeptNotice;
import press.stet.workflow.kept.KeptStory;
import press.stet.workflow.kept.KeptWords;

/** Stories as they are kept, apart from their editions. */
final class StoryForm {

    private StoryForm() {}

    static KeptStory toKept(OnFile onFile) {
        Story story = onFile.story();
        Notice killed = story.killed();
        return new KeptStory(
                story.site().key(),
                story.original().tag(),
                story.sequence(),
                story.at(),
                onFile.last().text(),
                killed == null ? null : toKept(killed),
                toKept(story.hold()),
                toKept(story.embargo()),
                toKept(story.assigned()),
                story.editions().keySet().stream().map(Language::tag).toList());
    }

    static OnFile toModel(StoryId id, KeptStory kept, Function<Language, Edition> editions) {
        SortedMap<Language, Edition> all = new TreeMap<>();
        for (String tag : kept.getLanguages()) {
            Language language = Language.of(tag);
            all.put(language, editions.apply(language));
        }
        KeptNotice killed = kept.getKilled();
        Story story = new Story(
                id,
                new Site(kept.getSite()),
                Language.of(kept.getOriginal()),
                kept.getSequence(),
                kept.getAt(),
                killed == null ? null : toModel(killed),
                toModel(kept.getHold()),
                toModel(kept.getEmbargo()),
                toModel(kept.getAssigned()),
                all);
        return new OnFile(story, new Digest(kept.getLast()));
    }

    private static @Nullable KeptHold toKept(@Nullable Hold hold) {
        return hold == null ? null : new KeptHold(hold.by().account(), hold.at(), hold.reason());
    }

    private static @Nullable Hold toModel(@Nullable KeptHold kept) {
        return kept == null ? null : new Hold(new Person(kept.getBy()), kept.getAt(), kept.getReason());
    }

    private static @Nullable KeptEmbargo toKept(@Nullable Embargo embargo) {
        return embargo == null
                ? null
                : new KeptEmbargo(embargo.until(), embargo.by().account());
    }

    private static @Nullable Embargo toModel(@Nullable KeptEmbargo kept) {
        return kept == null ? null : new Embargo(kept.getUntil(), new Person(kept.getBy()));
    }

    private static @Nullable KeptAssignment toKept(@Nullable Assignment assigned) {
        return assigned == null ? null : new KeptAssignment(assigned.to().account(), assigned.due());
    }

    private static @Nullable Assignment toModel(@Nullable KeptAssignment kept) {
        return kept == null ? null : new Assignment(new Person(kept.getTo()), kept.getDue());
    }

    static KeptNotice toKept(Notice notice) {
        return new KeptNotice(
                notice.worded().stream()
                        .map(each -> new KeptWords(each.language().tag(), each.text()))
                        .toList(),
                notice.otherwise());
    }

    static Notice toModel(KeptNotice kept) {
        return new Notice(
                kept.getWorded().stream()
                        .map(each -> new Notice.Worded(Language.of(each.getLanguage()), each.getText()))
                        .toList(),
                kept.getOtherwise());
    }
}
