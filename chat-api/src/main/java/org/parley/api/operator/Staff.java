package org.parley.api.operator;

import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/**
 * The operators as administrators see and set them up. Who is disabled or deleted, or has another role or password than
 * before, has no session any more. One enabled administrator always stays: a built-in account while there is one.
 */
public interface Staff {
    /** All operators by name. */
    List<StaffMember> list(Caller admin);

    /**
     * Makes or changes a built-in account, with its settings.
     *
     * @param change makes the wanted settings of the stored ones, or of {@link OperatorSettings#INITIAL}; called once,
     *     while nobody else can change them; what it throws leaves everything as it was
     * @return what is stored
     * @throws org.parley.api.error.ChatException INVALID when a field breaks its rule, CONFLICT when no
     *     administrator would be left; nothing is changed
     */
    StaffMember save(Caller admin, Account account, UnaryOperator<OperatorSettings> change);

    /**
     * Changes the settings of an operator, whoever keeps their account.
     *
     * @param change as above
     * @return what is stored
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such operator; INVALID when a field breaks its
     *     rule, CONFLICT when no administrator would be left. Nothing is changed
     */
    StaffMember save(Caller admin, OperatorId operator, UnaryOperator<OperatorSettings> change);

    /**
     * Ends all sessions of an operator.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such operator
     */
    void endSessions(Caller admin, OperatorId operator);

    /**
     * Deletes an operator; what they have written stays under their name. Somebody of the identity provider who comes with a
     * token that is given afterwards is new.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such operator, CONFLICT when no administrator
     *     would be left; nothing is changed
     */
    void delete(Caller admin, OperatorId operator);
}
