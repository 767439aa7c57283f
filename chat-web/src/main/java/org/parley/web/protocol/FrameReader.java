package org.parley.web.protocol;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.parley.api.command.Command;
import org.parley.api.conversation.Conversation;
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
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.ConversationCommand.TakeOver;
import org.parley.api.conversation.ConversationCommand.TransferTo;
import org.parley.api.conversation.ConversationCommand.Unmerge;
import org.parley.api.conversation.ConversationCommand.Whisper;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Labels;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorCommand.ForceStatus;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.routing.Transfer;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame.Cursor;
import org.parley.web.protocol.ClientFrame.Writing;

/** Reads what clients send. */
public final class FrameReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}");
    private static final int MOST_CURSORS = 1000;
    private static final int PAGE = 200;
    private static final int FILTER_LENGTH = 100;

    private static final Map<String, Function<Fields, ClientFrame>> TYPES = Map.ofEntries(
            Map.entry("hello", FrameReader::hello),
            Map.entry("ping", f -> new ClientFrame.Ping()),
            Map.entry("start", FrameReader::start),
            Map.entry("send", f -> line(f, id -> new Send(conversation(f), f.text("text"), id))),
            Map.entry("note", f -> line(f, id -> new Note(conversation(f), f.text("text"), id))),
            Map.entry("whisper", f -> line(f, id -> new Whisper(conversation(f), f.text("text"), id))),
            Map.entry("read", f -> Writing.unanswered(new Read(conversation(f), f.number("seq", 0)))),
            Map.entry("delivered", f -> Writing.unanswered(new Delivered(conversation(f), f.number("seq", 0)))),
            Map.entry("typing", f -> new ClientFrame.Typing(conversation(f), f.optionalText("text"))),
            Map.entry("status", f -> new ClientFrame.Status(id(f), wanted(f))),
            Map.entry("accept", f -> change(f, id -> new Accept(conversation(f)))),
            Map.entry("decline", f -> change(f, id -> new Decline(conversation(f)))),
            Map.entry("takeover", f -> change(f, id -> new TakeOver(conversation(f)))),
            Map.entry("update", f -> change(f, id -> new Label(conversation(f), labels(f)))),
            Map.entry("follow", f -> new ClientFrame.Follow(id(f), conversation(f))),
            Map.entry("unfollow", f -> new ClientFrame.Unfollow(id(f), conversation(f))),
            Map.entry(
                    "force",
                    f -> status(f, id -> new ForceStatus(f.id("operator", UUID::fromString, "operator"), wanted(f)))),
            Map.entry("transfer", f -> line(f, id -> new TransferTo(conversation(f), to(f), id))),
            Map.entry(
                    "merge",
                    f -> line(f, id -> new Merge(conversation(f), f.id("into", UUID::fromString, "conversation"), id))),
            Map.entry("unmerge", f -> line(f, id -> new Unmerge(conversation(f), id))),
            Map.entry("reopen", f -> line(f, id -> new Reopen(conversation(f), id))),
            Map.entry("close", f -> line(f, id -> new Close(conversation(f), f.optionalText("reason"), id))),
            Map.entry("watch", FrameReader::watch),
            Map.entry("page", FrameReader::page),
            Map.entry("invite", FrameReader::invite),
            Map.entry("invitation", FrameReader::invitation),
            Map.entry("sync", FrameReader::sync),
            Map.entry("renew", f -> new ClientFrame.Renew(id(f), f.text("token"))));

    private FrameReader() {}

    /** @throws BadFrame PROTOCOL for what is no frame at all, INVALID or NOT_FOUND for a field */
    public static ClientFrame read(String text) throws BadFrame {
        String re = null;
        try {
            Fields fields = Fields.parse(text);
            String type = fields.optionalText("type");
            if (type == null) {
                throw new ChatException(ErrorCode.PROTOCOL, "A frame has a type.");
            }
            re = echo(fields);
            Function<Fields, ClientFrame> reader = TYPES.get(type);
            if (reader == null) {
                throw ChatException.invalid("type", "This server does not know frames of that type.");
            }
            return reader.apply(fields);
        } catch (ChatException e) {
            throw new BadFrame(e, re);
        }
    }

    /** The id to answer, when there is a proper one. */
    private static String echo(Fields fields) {
        try {
            return id(fields);
        } catch (ChatException noProperId) {
            return null;
        }
    }

    private static String id(Fields fields) {
        String id = fields.text("id");
        if (!ID.matcher(id).matches()) {
            throw ChatException.invalid("id", "An id is 1 to 64 of A-Z, a-z, 0-9, dot, underscore, colon, hyphen.");
        }
        return id;
    }

    /** A command that writes an entry. */
    private static Writing line(Fields fields, Function<String, Command<Entry>> command) {
        String id = id(fields);
        return Writing.of(id, command.apply(id), ServerFrame::ackOfEntry);
    }

    /** A command that gives back the conversation. */
    private static Writing change(Fields fields, Function<String, Command<Conversation>> command) {
        String id = id(fields);
        return Writing.of(id, command.apply(id), ServerFrame::ackOfConversation);
    }

    /** A command that gives back an operator. */
    private static Writing status(Fields fields, Function<String, Command<Operator>> command) {
        String id = id(fields);
        return Writing.of(id, command.apply(id), ServerFrame::ackOfOperator);
    }

    private static UUID conversation(Fields fields) {
        return fields.id("conversation", UUID::fromString, "conversation");
    }

    private static ClientFrame hello(Fields fields) {
        Map<UUID, Cursor> cursors = new LinkedHashMap<>();
        fields.object("cursors").objects(FrameReader::cursor).forEach((key, cursor) -> {
            try {
                cursors.put(UUID.fromString(key), cursor);
            } catch (IllegalArgumentException notOurs) {
                // Not an id of our making: there is no such conversation, which is no fault of the frame.
            }
        });
        if (cursors.size() > MOST_CURSORS) {
            throw ChatException.tooLarge("cursors", "At most " + MOST_CURSORS + " cursors can be named.");
        }
        return new ClientFrame.Hello(fields.text("device", 64), fields.text("client", 64), cursors);
    }

    private static Cursor cursor(Fields fields) {
        Long publicSeq = fields.optionalNumber("public", 0);
        Long internalSeq = fields.optionalNumber("internal", 0);
        return new Cursor(publicSeq == null ? 0 : publicSeq, internalSeq == null ? 0 : internalSeq);
    }

    private static ClientFrame start(Fields fields) {
        String language = fields.optionalText("language");
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            throw ChatException.invalid("language", "A language looks like en or zh-CN (BCP 47).");
        }
        return new ClientFrame.Start(new Start(
                id(fields),
                fields.optionalText("department"),
                fields.object("form").strings(),
                fields.optionalText("text"),
                language,
                Boolean.TRUE.equals(fields.optionalFlag("offline")),
                true));
    }

    private static Transfer to(Fields fields) {
        Fields to = fields.object("to");
        boolean toOperator = to.optionalText("operator") != null;
        if (toOperator == (to.optionalText("department") != null)) {
            throw ChatException.invalid("to", "A transfer goes to one operator or to one department.");
        }
        return new Transfer(
                toOperator ? to.id("operator", UUID::fromString, "operator") : null,
                toOperator ? null : to.id("department", DepartmentId::of, "department"),
                fields.optionalText("note"));
    }

    private static OperatorStatus wanted(Fields fields) {
        return fields.constant("status", OperatorStatus.class);
    }

    private static ClientFrame watch(Fields fields) {
        Fields visitors = fields.object("visitors");
        String text = visitors.optionalText("text");
        if (text != null && text.length() > FILTER_LENGTH) {
            throw ChatException.tooLarge("text", "The text has at most " + FILTER_LENGTH + " characters.");
        }
        return new ClientFrame.Watch(
                id(fields),
                fields.constants("topics", Topic.class),
                new ClientFrame.VisitorWindow(
                        visitors.optionalText("site"),
                        text == null ? "" : text.strip().toLowerCase(Locale.ROOT),
                        visitors.optionalText("after") == null
                                ? null
                                : visitors.id("after", UUID::fromString, "visitor"),
                        limit(visitors)));
    }

    private static ClientFrame page(Fields fields) {
        return new ClientFrame.Page(
                PageAddress.of("url", fields.text("url")),
                PageAddress.title(fields.optionalText("title")),
                PageAddress.orNull(fields.optionalText("referrer")));
    }

    private static ClientFrame invite(Fields fields) {
        InvitationMode mode = fields.optionalConstant("mode", InvitationMode.class);
        return new ClientFrame.Invite(new InviteRequest(
                id(fields),
                fields.id("visitor", UUID::fromString, "visitor"),
                fields.optionalText("department"),
                fields.text("text"),
                mode == null ? InvitationMode.INVITE : mode));
    }

    private static ClientFrame invitation(Fields fields) {
        InvitationState state = fields.constant("state", InvitationState.class);
        if (state == InvitationState.QUEUED || state == InvitationState.EXPIRED) {
            throw ChatException.invalid("state", "A device says delivered, shown, dismissed or answered.");
        }
        return new ClientFrame.InvitationSeen(
                fields.optionalText("id") == null ? null : id(fields),
                fields.id("invitation", UUID::fromString, "invitation"),
                state);
    }

    private static int limit(Fields fields) {
        Long limit = fields.optionalNumber("limit", 1);
        return limit == null ? PAGE : (int) Math.min(limit, PAGE);
    }

    private static Labels labels(Fields fields) {
        Priority priority =
                fields.optionalText("priority") == null ? null : fields.constant("priority", Priority.class);
        return new Labels(fields.optionalTexts("tags"), priority);
    }

    private static ClientFrame sync(Fields fields) {
        return new ClientFrame.Sync(
                id(fields),
                conversation(fields),
                fields.constant("log", EntryLog.class),
                fields.number("after", 0),
                limit(fields));
    }
}
