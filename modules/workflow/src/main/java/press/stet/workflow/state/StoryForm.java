package press.stet.workflow.state;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import press.stet.model.Digest;
import press.stet.model.Language;
import press.stet.model.Site;
import press.stet.model.StoryId;
import press.stet.model.house.Notice;
import press.stet.model.story.Edition;
import press.stet.model.story.Story;
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
                all);
        return new OnFile(story, new Digest(kept.getLast()));
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
