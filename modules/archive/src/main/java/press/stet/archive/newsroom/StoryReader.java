package press.stet.archive.newsroom;

import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import press.stet.model.Language;
import press.stet.model.StoryId;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds stories and lists them. Safe for use by many threads. */
final class StoryReader {

    /** So many are named where a name is not one story's alone. */
    private static final int MOST_CANDIDATES = 20;

    private static final int LENGTH_OF_ID = 36;

    private final Jdbi jdbi;

    StoryReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * The stories that go by a name, at most {@value #MOST_CANDIDATES}.
     *
     * @param name an id, else a short id, else the slug of an edition
     */
    List<StoryId> named(String name) {
        if (name.length() == LENGTH_OF_ID) {
            try {
                return List.of(StoryId.of(name));
            } catch (IllegalArgumentException _) {
                // A slug may have as many characters as an id.
            }
        }
        String word = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return jdbi.withHandle(handle -> {
            List<StoryId> found = ids(handle, "select story from story where short_id = :word limit :most", word);
            return found.isEmpty() ? ids(handle, """
                            select distinct edition.story from version
                            join edition on edition.story = version.story and edition.language = version.language
                              and edition.named = version.version
                            where version.slug = :word limit :most
                            """, word) : found;
        });
    }

    private static List<StoryId> ids(Handle handle, String sql, String word) {
        return handle.createQuery(sql)
                .bind("word", word)
                .bind("most", MOST_CANDIDATES)
                .map((row, _) -> Rows.story(row))
                .list();
    }

    Optional<StoryCard> card(StoryId story) {
        return cards(List.of(story)).stream().findFirst();
    }

    /** The stories that there are of these, in this order. */
    List<StoryCard> cards(List<StoryId> stories) {
        Map<StoryId, StoryCard> cards = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(StoryCard.ROWS)
                .bindArray(
                        "stories",
                        UUID.class,
                        stories.stream().map(StoryId::value).toList())
                .map((row, _) -> {
                    StoryId story = Rows.story(row);
                    StoryCard card = cards.get(story);
                    if (card == null) {
                        card = StoryCard.begin(row);
                        cards.put(story, card);
                    }
                    card.add(row);
                    return story;
                })
                .list());
        return stories.stream().filter(cards::containsKey).map(cards::get).toList();
    }

    /**
     * A page of stories, last changed first.
     *
     * @param limit of stories on the page
     * @param after behind which place, or null for the first page
     * @param state that one edition is in, or null for any
     * @param language of that edition, or null for any
     */
    ObjectNode page(int limit, @Nullable StoryCursor after, @Nullable String state, @Nullable Language language) {
        List<StoryCursor> places = places(limit + 1, after, state, language);
        boolean more = places.size() > limit;
        List<StoryCursor> shown = more ? places.subList(0, limit) : places;
        ObjectNode json = Rows.object();
        ArrayNode stories = json.putArray("stories");
        cards(shown.stream().map(StoryCursor::story).toList()).forEach(card -> stories.add(card.json()));
        return json.put("next", more ? shown.getLast().word() : null);
    }

    /** Every sort of list goes along an index of its own, so that a page costs the same in a newsroom of any size. */
    private List<StoryCursor> places(
            int limit, @Nullable StoryCursor after, @Nullable String state, @Nullable Language language) {
        boolean all = state == null && language == null;
        String time = all ? "at" : "story_at";
        List<String> conditions = new ArrayList<>();
        if (state != null) {
            conditions.add("state = :state");
        }
        if (language != null) {
            conditions.add("language = :language");
        }
        if (after != null) {
            conditions.add("(" + time + ", story) < (:at, :story)");
        }
        String sql = "select story, " + time + " as at from " + (all ? "story" : "edition")
                + (conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions))
                + (all ? "" : " group by story_at, story")
                + " order by " + time + " desc, story desc limit :limit";
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(sql).bind("limit", limit);
            if (state != null) {
                query.bind("state", state);
            }
            if (language != null) {
                query.bind("language", language.tag());
            }
            if (after != null) {
                query.bind("at", after.at()).bind("story", after.story().value());
            }
            return query.map((row, _) -> new StoryCursor(
                            row.getObject("at", OffsetDateTime.class).toInstant(), Rows.story(row)))
                    .list();
        });
    }
}
