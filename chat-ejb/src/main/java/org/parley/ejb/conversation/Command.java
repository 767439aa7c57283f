package org.parley.ejb.conversation;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.error.ChatException;

/** Something that a shard shall write, and what becomes of it. */
abstract sealed class Command<T> permits Append, Mark, Work {
    private final String key;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private T result;
    private ChatException refusal;
    private boolean putOff;

    /** @param key names the row that is locked first; commands of one key keep their order */
    Command(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    /** What was written, if the transaction commits. */
    void done(T written) {
        result = written;
        refusal = null;
        putOff = false;
    }

    /** Nothing is written for this command, which is no reason to write nothing for the others. */
    void refuse(ChatException why) {
        refusal = why;
        putOff = false;
    }

    /** Nothing is written for this command yet: it has its turn alone, in a transaction that is careful. */
    void putOff() {
        putOff = true;
    }

    boolean isPutOff() {
        return putOff;
    }

    /** @throws ChatException when the command was refused */
    T result() {
        if (refusal != null) {
            throw refusal;
        }
        return result;
    }

    CompletionStage<T> outcome() {
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
