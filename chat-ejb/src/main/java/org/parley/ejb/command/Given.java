package org.parley.ejb.command;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Command;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;

/** A command that somebody has given, and what becomes of it. */
public final class Given<C extends Command<R>, R> {
    private final Caller caller;
    private final C command;
    private final Road<C, R> road;
    private final String key;
    private final CompletableFuture<R> outcome = new CompletableFuture<>();
    private R result;
    private ChatException refusal;
    private boolean putOff;

    Given(Caller caller, C command, Road<C, R> road) {
        this.caller = caller;
        this.command = command;
        this.road = road;
        this.key = road.key(caller, command);
    }

    public Caller caller() {
        return caller;
    }

    public C command() {
        return command;
    }

    /** As {@link Doer#key}. */
    String key() {
        return key;
    }

    /** Who does it together with others; null when nobody does. */
    BatchDoer together() {
        return road.together();
    }

    boolean isShared() {
        return road.isShared();
    }

    /** Does it by itself, within the current transaction. */
    void runNow() {
        if (isShared()) {
            road.together().run(List.of(this), true);
            return;
        }
        try {
            done(road.alone().run(caller, command));
        } catch (ChatException e) {
            if (rollsBack(e)) {
                throw e;
            }
            refuse(e);
        }
    }

    private static boolean rollsBack(ChatException refusal) {
        return refusal.getClass().getAnnotation(ApplicationException.class).rollback();
    }

    /** What was written, if the transaction commits. */
    public void done(R written) {
        result = written;
        refusal = null;
        putOff = false;
    }

    /** Nothing is written for this command, which is no reason to write nothing for the others. */
    public void refuse(ChatException why) {
        refusal = why;
        putOff = false;
    }

    /** Nothing is written for this command yet: it has its turn alone, in a transaction that is careful. */
    public void putOff() {
        putOff = true;
    }

    boolean isPutOff() {
        return putOff;
    }

    /** @throws ChatException when the command was refused */
    R result() {
        if (refusal != null) {
            throw refusal;
        }
        return result;
    }

    CompletionStage<R> outcome() {
        return outcome;
    }

    /** The transaction has committed. */
    void committed() {
        if (refusal != null) {
            outcome.completeExceptionally(refusal);
        } else {
            outcome.complete(result);
        }
    }

    /** Nothing was stored. */
    void fail(RuntimeException why) {
        outcome.completeExceptionally(why);
    }
}
