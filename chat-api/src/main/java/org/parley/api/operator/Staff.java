package org.parley.api.operator;

import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.api.security.Caller;

/**
 * Operators, for administrators. Disabling, deleting, another role and another password end all sessions of an
 * operator. One enabled administrator always stays: a built-in account while there is one.
 */
public interface Staff {
    /** All operators by name. */
    List<StaffMember> list(Caller admin);

    /**
     * Makes or changes a built-in account, with its settings.
     *
     * @param change makes the wanted settings from the stored ones, or from {@link OperatorSettings#INITIAL}; called
     *     once, while nobody else can change them; when it throws, nothing is changed
     * @return what is stored
     * @throws org.parley.api.error.ChatException INVALID when a field breaks its rule, CONFLICT when no administrator
     *     would be left; nothing is changed
     */
    StaffMember save(Caller admin, Account account, UnaryOperator<OperatorSettings> change);

    /**
     * Changes the settings of an operator, with a built-in account or of the identity provider.
     *
     * @param change as above
     * @return what is stored
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such operator; INVALID when a field breaks
     *     its rule, CONFLICT when no administrator would be left. Nothing is changed
     */
    StaffMember save(Caller admin, OperatorId operator, UnaryOperator<OperatorSettings> change);

    /**
     * Ends all sessions of an operator.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such operator
     */
    void endSessions(Caller admin, OperatorId operator);

    /**
     * Deletes an operator; their entries stay under their name. A person of the identity provider is a new operator
     * with their next token.
     *
     * @throws org.parley.api.error.ChatException NOT_FOUND when there is no such operator, CONFLICT when no
     *     administrator would be left; nothing is changed
     */
    void delete(Caller admin, OperatorId operator);
}
