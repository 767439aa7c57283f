package org.parley.ejb.conversation.log;

import java.util.function.Predicate;
import org.parley.api.conversation.Participant;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;

/** Who could take a conversation now, asked within the transaction that moves it. */
public interface Reception {
    /**
     * The department that takes a visitor's conversation: the wanted one or a fallback.
     *
     * @param leavesMessage the visitor does not wait, so nobody has to be there
     * @throws org.parley.api.error.ChatException UNREACHABLE when nobody is there, and the visitor may not wait
     */
    Department receive(Department wanted, boolean leavesMessage);

    /**
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown operator, UNREACHABLE for an operator who is
     *     not there, not willing, or has no room
     */
    Participant colleague(OperatorId operator);

    /**
     * @throws org.parley.api.error.ChatException NOT_FOUND for an unknown department or one of another site,
     *     UNREACHABLE when nobody could take it there
     */
    Department colleagues(String site, DepartmentId department);

    /**
     * Whether an operator is there, willing, and has room. Their row stays locked until the transaction ends, so that
     * nobody else gives them a conversation meanwhile.
     */
    boolean takes(OperatorId operator);

    /** How long, in seconds, a transferred conversation waits for somebody to take it. */
    int secondsToReturn(DepartmentId department);

    /** Whether the operator serves an enabled department of the site. */
    boolean servesIn(OperatorId operator, String site);

    /** The departments that the operator serves, as the database has them now; this decides what they may see. */
    Predicate<DepartmentId> servedBy(OperatorId operator);
}
