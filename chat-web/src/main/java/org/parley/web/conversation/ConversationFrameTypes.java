package org.parley.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.api.command.Command;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand;
import org.parley.api.conversation.ConversationCommand.Accept;
import org.parley.api.conversation.ConversationCommand.Close;
import org.parley.api.conversation.ConversationCommand.Decline;
import org.parley.api.conversation.ConversationCommand.Delivered;
import org.parley.api.conversation.ConversationCommand.Label;
import org.parley.api.conversation.ConversationCommand.Merge;
import org.parley.api.conversation.ConversationCommand.Note;
import org.parley.api.conversation.ConversationCommand.Read;
import org.parley.api.conversation.ConversationCommand.Reopen;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationCommand.TransferTo;
import org.parley.api.conversation.ConversationCommand.Unmerge;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Labels;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Transfer;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Writing;

/** Frames of visitors and operators about a conversation. */
@ApplicationScoped
public class ConversationFrameTypes implements FrameTypes {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final int PAGE = 200;

    record Start(ConversationCommand.Start command) implements ClientFrame {
        @Override
        public String id() {
            return command.id();
        }
    }

    record Sync(String id, ConversationId conversation, EntryLog log, long after, int limit) implements ClientFrame {}

    /** @param text a visitor's preview, or null */
    record Typing(ConversationId conversation, String text) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.ofEntries(
                Map.entry("start", f -> new Start(start(f))),
                Map.entry("sync", ConversationFrameTypes::sync),
                Map.entry("typing", f -> new Typing(conversation(f), f.optionalText("text"))),
                Map.entry("send", f -> line(f, id -> new Send(conversation(f), f.text("text"), id))),
                Map.entry("note", f -> line(f, id -> new Note(conversation(f), f.text("text"), id))),
                Map.entry("read", f -> Writing.unanswered(new Read(conversation(f), f.number("seq", 0)))),
                Map.entry("delivered", f -> Writing.unanswered(new Delivered(conversation(f), f.number("seq", 0)))),
                Map.entry("accept", f -> change(f, id -> new Accept(conversation(f)))),
                Map.entry("decline", f -> change(f, id -> new Decline(conversation(f)))),
                Map.entry("update", f -> change(f, id -> new Label(conversation(f), labels(f)))),
                Map.entry("transfer", f -> line(f, id -> new TransferTo(conversation(f), to(f), id))),
                Map.entry(
                        "merge",
                        f -> line(
                                f,
                                id -> new Merge(
                                        conversation(f), f.id("into", ConversationId::of, "conversation"), id))),
                Map.entry("unmerge", f -> line(f, id -> new Unmerge(conversation(f), id))),
                Map.entry("reopen", f -> line(f, id -> new Reopen(conversation(f), id))),
                Map.entry("close", f -> line(f, id -> new Close(conversation(f), f.optionalText("reason"), id))));
    }

    /** A command that writes an entry. */
    private static Writing line(Fields fields, Function<String, Command<Entry>> command) {
        return Writing.of(fields, command, ServerFrame::ackOfEntry);
    }

    /** A command that returns the conversation. */
    private static Writing change(Fields fields, Function<String, Command<Conversation>> command) {
        return Writing.of(fields, command, ServerFrame::ackOfConversation);
    }

    private static ConversationId conversation(Fields fields) {
        return fields.id("conversation", ConversationId::of, "conversation");
    }

    private static ConversationCommand.Start start(Fields fields) {
        String language = fields.optionalText("language");
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw ChatException.invalid("language", "A language looks like en or zh-CN (BCP 47).");
        }
        return new ConversationCommand.Start(
                FrameId.of(fields),
                fields.optionalText("department"),
                fields.object("form").strings(),
                fields.optionalText("text"),
                language,
                Boolean.TRUE.equals(fields.optionalFlag("offline")),
                true);
    }

    private static Sync sync(Fields fields) {
        return new Sync(
                FrameId.of(fields),
                conversation(fields),
                fields.constant("log", EntryLog.class),
                fields.number("after", 0),
                fields.limit("limit", PAGE));
    }

    private static Labels labels(Fields fields) {
        Priority priority =
                fields.optionalText("priority") == null ? null : fields.constant("priority", Priority.class);
        return new Labels(fields.optionalTexts("tags"), priority);
    }

    private static Transfer to(Fields fields) {
        Fields to = fields.object("to");
        boolean toOperator = to.optionalText("operator") != null;
        if (toOperator == (to.optionalText("department") != null)) {
            throw ChatException.invalid("to", "A transfer goes to one operator or to one department.");
        }
        return new Transfer(
                toOperator ? to.id("operator", OperatorId::of, "operator") : null,
                toOperator ? null : to.id("department", DepartmentId::of, "department"),
                fields.optionalText("note"));
    }
}
