package org.parley.web.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.parley.api.command.Commands;
import org.parley.api.command.Mandate;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.Started;
import org.parley.api.conversation.Welcome;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationCommand;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorCommand;
import org.parley.api.operator.Operators;

/** The ports behind the handlers; they succeed, refuse and fail in every way that a port may. */
final class MemoryPorts {
    private static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private final Participant me;
    private final Operator operator;
    private final List<Object> given = new ArrayList<>();

    MemoryPorts(Participant me, Operator operator) {
        this.me = me;
        this.operator = operator;
    }

    Commands commands() {
        return port(Commands.class, (self, method, arguments) -> switch (method.getName()) {
            case "mandate" -> port(Mandate.class, (mandate, submit, command) -> given(command[0]));
            default -> given(arguments[1]);
        });
    }

    private Object given(Object command) {
        given.add(command);
        if (command instanceof OperatorCommand.Arrive) {
            return operator;
        }
        // By the content, so that a finding can be repeated.
        return switch (Math.floorMod(sent(command).hashCode(), 5)) {
            case 0 -> CompletableFuture.failedFuture(ChatException.notFound("conversation"));
            case 1 -> throw new ChatException(ErrorCode.CLOSED, "Closed.");
            case 2 -> CompletableFuture.failedFuture(new IllegalStateException("a fault"));
            default -> CompletableFuture.completedFuture(result(command));
        };
    }

    /** The commands that came, in order. */
    List<Object> given() {
        return given;
    }

    /** The part of a command that the device sent. */
    private static Object sent(Object command) {
        if (command instanceof InvitationCommand.Invite invite) {
            return invite.request();
        }
        return command instanceof InvitationCommand.Answer answer ? answer.invitation() : command.toString();
    }

    private Object result(Object command) {
        if (command instanceof ConversationCommand.Start) {
            return new Started(conversation(), true, 1);
        }
        if (command instanceof ConversationCommand.Progress) {
            return null;
        }
        if (command instanceof InvitationCommand) {
            return invitation();
        }
        if (command instanceof OperatorCommand) {
            return operator;
        }
        return command instanceof ConversationCommand.Accept
                        || command instanceof ConversationCommand.TakeOver
                        || command instanceof ConversationCommand.Decline
                        || command instanceof ConversationCommand.Label
                ? conversation()
                : new Entry(
                        new ConversationId(new UUID(1, 1)),
                        EntryLog.PUBLIC,
                        1,
                        AT,
                        EntryKind.MESSAGE,
                        me,
                        "text",
                        "id",
                        Map.of());
    }

    Conversations conversations() {
        return port(Conversations.class, (self, method, arguments) -> switch (method.getName()) {
            case "entries" -> {
                if ((long) arguments[3] % 2 == 1) {
                    throw ChatException.notFound("conversation");
                }
                yield new EntryPage(List.of(), 0);
            }
            case "following", "queue" -> List.of();
            case "welcome" -> new Welcome(List.of(), false);
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    Operators operators() {
        return port(Operators.class, (self, method, arguments) -> switch (method.getName()) {
            case "find" -> Optional.of(operator);
            case "list", "departments", "served" -> List.of();
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private Invitation invitation() {
        return new Invitation(
                new UUID(1, 3),
                "site",
                me,
                new DepartmentId(new UUID(1, 2)),
                "Support",
                me,
                InvitationMode.INVITE,
                InvitationState.QUEUED,
                "text",
                null,
                AT,
                AT);
    }

    private Conversation conversation() {
        return new Conversation(
                new ConversationId(new UUID(1, 1)),
                "site",
                new DepartmentId(new UUID(1, 2)),
                "Support",
                ConversationStatus.QUEUED,
                me,
                null,
                null,
                1,
                0,
                AT,
                null,
                1,
                Handling.waiting(AT));
    }

    private static <T> T port(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(MemoryPorts.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
