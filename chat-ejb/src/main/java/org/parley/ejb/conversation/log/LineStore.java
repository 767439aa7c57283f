package org.parley.ejb.conversation.log;

import java.sql.SQLException;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.ejb.database.KeptConnection;

/** Stores drafts in a transaction of its own. */
interface LineStore {
    static LineStore of(KeptConnection kept) {
        return kept.isPostgres() ? new OneStatement() : new LockedHeads();
    }

    /**
     * Stores all drafts of a conversation or none of them: none if its version is another one, somebody holds its row,
     * or one of the drafts is a repeat.
     *
     * @return the conversations whose drafts are committed
     * @throws SQLException when nobody knows what was committed
     */
    Set<ConversationId> store(KeptConnection kept, Drafts drafts) throws SQLException;
}
