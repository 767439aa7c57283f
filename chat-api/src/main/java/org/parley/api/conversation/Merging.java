package org.parley.api.conversation;

import java.util.UUID;
import org.parley.api.security.Caller;

/**
 * Makes two conversations of a visitor one. A merge is a redirect, never a copy (ADR-0023): both logs stay as they are, and
 * what is written to the conversation that was merged goes into the other one. Each call joins the caller's JTA
 * transaction or makes its own; events leave after the commit.
 */
public interface Merging {
    /** With so many conversations one can be merged in all its time. */
    int MOST = 100;

    /**
     * Merges an open conversation into another open one of the same visitor. It is closed and goes on there; when only it
     * has an owner, that one owns the other from now on. Who owns both may do so, who owns one while the other one waits in
     * a department that they serve, and who oversees.
     *
     * @param id the caller's own; repeating it returns the first entry unchanged
     * @return the {@link EntryKind#MERGED} entry of the conversation {@code into}
     * @throws org.parley.api.error.ChatException INVALID for a merge into itself or with another visitor's conversation,
     *     FORBIDDEN for who may see but not merge them, CONFLICT when one of them is merged already, CLOSED when one is
     *     closed; nothing is changed
     */
    Entry merge(Caller staff, UUID conversation, UUID into, String id);

    /**
     * Takes a merge back: the conversation has its owner, or its place in the queue, again. What was written meanwhile stays
     * where it is. The owner of either may do so, and who oversees.
     *
     * @param id the caller's own; repeating it returns the first entry unchanged
     * @return the {@link EntryKind#REOPENED} entry of the conversation
     * @throws org.parley.api.error.ChatException CONFLICT when it is not merged, was merged more than
     *     {@code parley.merge.undo} seconds ago, or the visitor has another open conversation with its department; nothing
     *     is changed
     */
    Entry unmerge(Caller staff, UUID conversation, String id);

    /**
     * An anonymous visitor has proved to be a known one: their conversations are the known one's from now on. Where that one
     * has an open conversation with the same department, the anonymous one is merged into it. Nothing happens for a
     * caller who is known already, or belongs to another site.
     *
     * @param anonymous who has shown that they are this visitor, by a valid token
     * @param proven the visitor for whom the site has vouched
     */
    void adopt(Caller anonymous, UUID proven);
}
