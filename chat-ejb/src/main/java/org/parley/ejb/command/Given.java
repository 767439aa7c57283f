package org.parley.ejb.command;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Command;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;

/** A given command and its outcome. */
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

    /** The bean that runs it together with others; null for a command that runs alone. */
    BatchDoer together() {
        return road.together();
    }

    boolean isShared() {
        return road.isShared();
    }

    /** Runs it alone, within the current transaction. */
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

    /** Sets the result, which counts if the transaction commits. */
    public void done(R written) {
        result = written;
        refusal = null;
        putOff = false;
    }

    /** Refuses this command; the others of the batch are still written. */
    public void refuse(ChatException why) {
        refusal = why;
        putOff = false;
    }

    /** Puts the command off: it has its turn alone, in a careful transaction. */
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
