package press.stet.archive.newsroom;

import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import press.stet.archive.copy.CopyJson;
import press.stet.model.Language;
import press.stet.model.event.Entry;
import press.stet.model.event.Event;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Brings the rows of an edition to where the next event of its review puts them. */
final class ReviewChange {

    private final Handle handle;
    private final Entry entry;

    ReviewChange(Handle handle, Entry entry) {
        this.handle = handle;
        this.entry = entry;
    }

    void apply(Event.OfTheReview event) {
        Language language = event.language();
        switch (event) {
            case Event.ApprovalsVoided _ -> draft(language);
            case Event.RecalledFromReview _ -> draft(language);
            case Event.ChangesRequested requested -> sentBack(requested);
            case Event.SubmittedForReview submitted -> submitted(submitted);
            case Event.VersionApproved approved -> given(approved);
            case Event.CheckWaived waived ->
                checks(
                        language,
                        "checks",
                        checks -> checks.waived(waived.check(), signed().put("reason", waived.reason())));
            case Event.ReviewCompleted _ ->
                change(
                        language,
                        "state = 'approved', in_review_since = null, review_due = null, review_overdue = false",
                        update -> update);
            case Event.ReviewOwed owed ->
                change(
                        language,
                        "owed = cast(:owed as json)",
                        update ->
                                update.bind("owed", Checks.asked(owed.checks()).toString()));
            case Event.ReviewDueSoon _ -> {
                // Whoever reads the queue sees when it is due.
            }
            case Event.ReviewOverdue _ -> change(language, "review_overdue = true", update -> update);
            case Event.ReviewClaimed claimed -> {
                ArrayNode claims = claims(language);
                claims.addObject()
                        .put("check", claimed.check().name())
                        .put("by", claimed.by().account())
                        .put("at", entry.at().toString());
                claims(language, claims);
            }
            case Event.ReviewReleased released -> {
                ArrayNode claims = JsonNodeFactory.instance.arrayNode();
                for (JsonNode claim : claims(language)) {
                    if (!claim.path("check").asString().equals(released.check().name())
                            || !claim.path("by").asString().equals(released.by().account())) {
                        claims.add(claim);
                    }
                }
                claims(language, claims);
            }
            case Event.NoteAdded note -> noted(note);
            case Event.NoteAnswered answered -> answered(answered);
            case Event.NoteResolved resolved -> resolved(resolved);
        }
    }

    private void draft(Language language) {
        change(
                language,
                "state = 'draft', in_review_since = null, review_due = null, review_overdue = false, checks = '[]'",
                update -> update);
    }

    private void sentBack(Event.ChangesRequested requested) {
        draft(requested.language());
        change(
                requested.language(),
                "sent_back = cast(:back as json)",
                update -> update.bind(
                        "back",
                        signed().put("check", requested.check().name())
                                .put("note", requested.note())
                                .toString()));
    }

    /** A withdrawn edition with nothing in hand is submitted by its last public version, which is then in hand. */
    private void submitted(Event.SubmittedForReview submitted) {
        change(
                submitted.language(),
                """
                state = 'in-review', in_hand = :version, in_review_since = :at, checks = cast(:checks as json),
                sent_back = null, review_due = :due, review_overdue = false
                """,
                update -> update.bind("version", submitted.version().number())
                        .bind("at", entry.at())
                        .bind("due", submitted.due())
                        .bind("checks", Checks.asked(submitted.checks()).toString()));
    }

    /** A check that is owed is given to what readers see. */
    private void given(Event.VersionApproved approved) {
        boolean inHand = handle.createQuery("""
                        select coalesce(in_hand = :version, false) from edition
                        where story = :story and language = :language
                        """)
                .bind("version", approved.version().number())
                .bind("story", entry.story().value())
                .bind("language", approved.language().tag())
                .mapTo(Boolean.class)
                .one();
        checks(approved.language(), inHand ? "checks" : "owed", checks -> {
            Checks after = checks.given(approved.check(), entry.actor(), entry.at());
            return inHand ? after : after.owed();
        });
    }

    private void checks(Language language, String column, UnaryOperator<Checks> next) {
        Checks after = next.apply(Checks.of(text(language, column)));
        change(language, column + " = cast(:checks as json)", update -> update.bind("checks", after.toString()));
    }

    private ArrayNode claims(Language language) {
        return (ArrayNode) CopyJson.tree(text(language, "claims"));
    }

    private void claims(Language language, ArrayNode claims) {
        change(language, "claims = cast(:claims as json)", update -> update.bind("claims", claims.toString()));
    }

    private String text(Language language, String column) {
        return handle.createQuery("select cast(" + column
                        + " as text) from edition where story = :story and language = :language")
                .bind("story", entry.story().value())
                .bind("language", language.tag())
                .mapTo(String.class)
                .one();
    }

    private void noted(Event.NoteAdded note) {
        handle.createUpdate("""
                        insert into note (story, language, number, version, block, text, blocking, by, at)
                        values (:story, :language, :number, :version, :block, :text, :blocking, :by, :at)
                        """)
                .bind("story", entry.story().value())
                .bind("language", note.language().tag())
                .bind("number", note.note())
                .bind("version", note.version().number())
                .bind("block", note.block() == null ? null : note.block().text())
                .bind("text", note.text())
                .bind("blocking", note.blocking())
                .bind("by", entry.actor().account())
                .bind("at", entry.at())
                .execute();
    }

    private void answered(Event.NoteAnswered answered) {
        note(
                answered.language(),
                answered.note(),
                "answers = cast(cast(answers as jsonb) || cast(:answer as jsonb) as json)",
                update -> update.bind(
                        "answer", signed().put("text", answered.text()).toString()));
    }

    private void resolved(Event.NoteResolved resolved) {
        note(
                resolved.language(),
                resolved.note(),
                "resolved_by = :by, resolved_at = :at",
                update -> update.bind("by", entry.actor().account()).bind("at", entry.at()));
    }

    private void note(Language language, int number, String columns, UnaryOperator<Update> bound) {
        Update update = handle.createUpdate("update note set " + columns
                        + " where story = :story and language = :language and number = :number")
                .bind("story", entry.story().value())
                .bind("language", language.tag())
                .bind("number", number);
        mustChange(bound.apply(update));
    }

    private void change(Language language, String columns, UnaryOperator<Update> bound) {
        Update update = handle.createUpdate(
                        "update edition set " + columns + " where story = :story and language = :language")
                .bind("story", entry.story().value())
                .bind("language", language.tag());
        mustChange(bound.apply(update));
    }

    private void mustChange(Update update) {
        if (update.execute() != 1) {
            throw new IllegalStateException("event " + entry.sequence() + " of story " + entry.story()
                    + " happened to what no event before it began");
        }
    }

    private ObjectNode signed() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("by", entry.actor().account())
                .put("at", entry.at().toString());
    }
}
