package org.parley.api.canned;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/** Texts that operators send often. */
public interface CannedReplies {
    /** All replies by site, shortcut and language; maybe empty. */
    List<CannedReply> list(Caller staff);

    /**
     * Makes or changes a reply. The shortcut is stored in lower case, the language in its canonical form.
     *
     * @param id the caller's choice, so that a repeat changes nothing
     * @param change makes the wanted reply from the stored one, or from one with only an id; called once; when it
     *     throws, nothing is changed
     * @return the stored reply
     * @throws org.parley.api.error.ChatException INVALID or TOO_LARGE when a field breaks its rule, NOT_FOUND for an
     *     unknown site or a department that is not of that site, CONFLICT when another reply of the same place has this
     *     shortcut in this language; nothing is changed
     */
    CannedReply save(Caller admin, UUID id, UnaryOperator<CannedReply> change);

    /** Removes a reply; an unknown id is no error. */
    void remove(Caller admin, UUID id);
}
