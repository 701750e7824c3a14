package press.stet.archive.newsroom;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import press.stet.archive.database.StorableText;
import press.stet.contract.message.LoggedRefusal;
import press.stet.contract.message.Origin;
import press.stet.model.Language;
import press.stet.model.command.Dispatch;
import press.stet.model.ruling.RefusedCommand;
import press.stet.model.ruling.Violation;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes refusals, each once, by the place of its command in the log. */
final class RefusalWriter {

    private RefusalWriter() {}

    static void write(Handle handle, LoggedRefusal logged) {
        RefusedCommand refused = logged.refused();
        Dispatch dispatch = refused.dispatch();
        Origin origin = logged.origin();
        @Nullable Language language = dispatch.command().language();
        handle.createUpdate("""
                        insert into refusal (topic, partition, "offset", story, language, at, actor, tool, command,
                          command_id, rule, reason, violations)
                        values (:topic, :partition, :offset, :story, :language, :at, :actor, :tool, :command,
                          :commandId, :rule, :reason, cast(:violations as json))
                        on conflict do nothing
                        """)
                .bind("topic", origin.topic())
                .bind("partition", origin.partition())
                .bind("offset", origin.offset())
                .bind("story", dispatch.story().value())
                .bind("language", language == null ? null : language.tag())
                .bind("at", refused.at())
                .bind("actor", dispatch.actor().account())
                .bind("tool", dispatch.tool())
                .bind("command", dispatch.command().getClass().getSimpleName())
                .bind("commandId", dispatch.id().value())
                .bind("rule", refused.refusal().rule().key())
                .bind("reason", refused.refusal().reason())
                .bind("violations", violations(refused.refusal().violations()).toString())
                .execute();
    }

    private static ArrayNode violations(List<Violation> violations) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode(violations.size());
        violations.forEach(
                each -> array.addObject().put("block", each.block().text()).put("what", StorableText.of(each.what())));
        return array;
    }
}
