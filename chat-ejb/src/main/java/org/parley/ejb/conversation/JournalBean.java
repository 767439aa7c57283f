package org.parley.ejb.conversation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Journal;
import org.parley.api.conversation.StartRequest;
import org.parley.api.conversation.Started;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

/** Lets in whoever may give a command at all, and hands it to its shard. */
@Stateless
@RolesAllowed({Role.Names.VISITOR, Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JournalBean implements Journal {
    @Inject
    Shards shards;

    @Inject
    ConversationCommands commands;

    @Override
    @RolesAllowed(Role.Names.VISITOR)
    public CompletionStage<Started> start(Caller visitor, StartRequest request) {
        return shards.submit(new Work<>(visitor.id(), () -> commands.start(visitor, request)));
    }

    @Override
    public CompletionStage<Entry> send(Caller participant, UUID conversation, String text, String id) {
        return shards.submit(commands.message(participant, conversation, text, id));
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public CompletionStage<Entry> note(Caller staff, UUID conversation, String text, String id) {
        return shards.submit(commands.annotation(staff, conversation, text, id));
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public CompletionStage<Conversation> accept(Caller operator, UUID conversation) {
        return shards.submit(new Work<>(conversation.toString(), () -> commands.accept(operator, conversation)));
    }

    @Override
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public CompletionStage<Conversation> takeOver(Caller supervisor, UUID conversation) {
        return shards.submit(new Work<>(conversation.toString(), () -> commands.takeOver(supervisor, conversation)));
    }

    @Override
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public CompletionStage<Entry> whisper(Caller supervisor, UUID conversation, String text, String id) {
        return shards.submit(commands.asWhisper(supervisor, conversation, text, id));
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public CompletionStage<Conversation> decline(Caller operator, UUID conversation) {
        return shards.submit(new Work<>(conversation.toString(), () -> commands.decline(operator, conversation)));
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public CompletionStage<Entry> transfer(Caller operator, UUID conversation, Transfer to, String id) {
        return shards.submit(
                new Work<>(conversation.toString(), () -> commands.transfer(operator, conversation, to, id)));
    }

    @Override
    public CompletionStage<Entry> close(Caller participant, UUID conversation, String reason, String id) {
        return shards.submit(
                new Work<>(conversation.toString(), () -> commands.close(participant, conversation, reason, id)));
    }

    @Override
    public CompletionStage<Void> delivered(Caller participant, UUID conversation, long seq) {
        return shards.submit(new Mark(participant, conversation, seq, false));
    }

    @Override
    public CompletionStage<Void> read(Caller participant, UUID conversation, long seq) {
        return shards.submit(new Mark(participant, conversation, seq, true));
    }
}
