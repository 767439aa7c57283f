package org.parley.web.protocol;

/** The topics that staff can watch. */
public enum Topic {
    VISITORS,
    QUEUE,
    PRESENCE,
    /** For supervisors. */
    BOARD
}
