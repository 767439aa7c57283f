package org.parley.api.routing;

import org.parley.api.security.Caller;

/** What supervisors and administrators do beyond the work of operators. */
public interface Supervision {
    /** How the desk stands now, as the database has it. */
    Board board(Caller supervisor);
}
