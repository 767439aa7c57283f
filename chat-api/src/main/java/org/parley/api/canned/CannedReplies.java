package org.parley.api.canned;

import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/** The texts that operators send often. */
public interface CannedReplies {
    /** All of them by site, shortcut and language; maybe empty. */
    List<CannedReply> list(Caller staff);

    /**
     * Makes or changes one. The shortcut is written in lower case and the language in its canonical form.
     *
     * @param id the caller's choice, so that a repeat changes nothing
     * @param change makes the wanted reply of the stored one, or of one that has nothing but its id; called once; what it
     *     throws leaves everything as it was
     * @return the reply as it is stored
     * @throws org.parley.api.error.ChatException INVALID or TOO_LARGE when a field breaks its rule, NOT_FOUND for an
     *     unknown site or a department that is not of that site, CONFLICT when another reply of the same place has this
     *     shortcut in this language; nothing is changed
     */
    CannedReply save(Caller admin, UUID id, UnaryOperator<CannedReply> change);

    /** Removes one; one that is not there is no error. */
    void remove(Caller admin, UUID id);
}
